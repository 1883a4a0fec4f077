namespace Connector.Host.WebConsole;

/// <summary>One place where two documents differ.</summary>
/// <param name="Pointer">A JSON Pointer.</param>
/// <param name="Before">What was there; <see langword="null"/> when nothing was.</param>
/// <param name="After">What is there now; <see langword="null"/> when nothing is.</param>
public sealed record JsonChange(string Pointer, string? Before, string? After)
{
    /// <summary>Whether it is a secret, which both sides hide.</summary>
    public bool IsSecret { get; init; }
}
