namespace Connector.Host.WebConsole;

/// <summary>Something that an operator should know now.</summary>
/// <param name="IsUrgent">Whether messages may not arrive because of it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Cause">Why; in English where the engine says it.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Address">The page to do it on; <see langword="null"/> when that is not in the console.</param>
public sealed record OverviewAlert(bool IsUrgent, string Title, string Cause, string? Fix, string? Address);
