namespace Connector.Runtime.Audit;

/// <summary>Some of what was done.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="Next">The cursor of the next page; <see langword="null"/> on the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
