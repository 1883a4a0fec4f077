namespace Connector.Host.WebConsole;

/// <summary>A character outside the GSM-7 alphabet.</summary>
/// <param name="Text">The character.</param>
/// <param name="Place">Where it is first, from 1.</param>
/// <param name="Name">The key of its name in <c>FormsText</c>.</param>
/// <param name="Instead">What GSM-7 has in its place; none when nothing comes near.</param>
internal sealed record OddCharacter(string Text, int Place, string Name, string? Instead)
{
    /// <summary>Its number in Unicode, for what can't be seen.</summary>
    public string CodePoint => $"U+{Text.EnumerateRunes().First().Value:X4}";
}
