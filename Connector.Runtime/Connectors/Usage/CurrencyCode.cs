namespace Connector.Runtime.Connectors;

/// <summary>Tells which currency a provider means.</summary>
internal static class CurrencyCode
{
    private const int Length = 3;

    /// <returns>Three capital letters, as in ISO 4217; <see langword="null"/> when it means none.</returns>
    public static string? Read(string? text) =>
        text is { Length: Length } && text.All(char.IsAsciiLetter) ? text.ToUpperInvariant() : null;
}
