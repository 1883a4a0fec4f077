using System.Buffers;

namespace Connector.Abstractions.Templates;

/// <summary>The default alphabet and extension table of 3GPP TS 23.038 §6.2.1. Thread-safe.</summary>
public static class Gsm7Alphabet
{
    private const string BasicCharacters =
        "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz" +
        "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ";

    // Each costs two septets: an escape and the character.
    private const string ExtensionCharacters = "\f[\\]^{|}~€";

    private static readonly SearchValues<char> Basic = SearchValues.Create(BasicCharacters);
    private static readonly SearchValues<char> Extension = SearchValues.Create(ExtensionCharacters);
    private static readonly SearchValues<char> All = SearchValues.Create(BasicCharacters + ExtensionCharacters);

    /// <summary>Finds the first character that forces the whole message into UCS-2.</summary>
    /// <param name="text">The text of a message.</param>
    /// <returns>Its index in UTF-16 units, or -1 when the text fits GSM-7.</returns>
    public static int IndexOfUnsupported(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(All);

    internal static int IndexOfExtension(ReadOnlySpan<char> text) => text.IndexOfAny(Extension);

    internal static bool IsBasicOnly(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Basic);
}
