using System.Buffers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AcmeNamespace.Wire;

/// <summary>What counts of the provider's answer: the id of a message, or the code of an error.</summary>
internal sealed record MessageAnswer(string? Id, string? Code)
{
    private const int LongestCode = 40;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    /// <summary>The code if it is one. It is logged and shown, so nothing else may pass for it.</summary>
    public string? SafeCode =>
        Code is { Length: > 0 and <= LongestCode } && !Code.AsSpan().ContainsAnyExcept(CodeCharacters) ? Code : null;

    /// <returns><see langword="null"/> when the body isn't what the provider writes.</returns>
    public static async Task<MessageAnswer?> ReadAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(
                AcmeSmsJsonContext.Default.MessageAnswer, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
