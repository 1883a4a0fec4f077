namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the audit log's page: <c>AuditText.resx</c> and its translations.</summary>
internal sealed class AuditText;
