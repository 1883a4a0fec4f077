namespace Connector.Host.WebConsole;

/// <summary>Names the texts of forms: <c>FormsText.resx</c> and its translations.</summary>
internal sealed class FormsText;
