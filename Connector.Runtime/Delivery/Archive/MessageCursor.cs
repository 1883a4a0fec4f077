using System.Buffers.Text;
using System.Text.Json;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Writes a filter as a text that callers send back. With the filter in it, the address of the next page repeats no
/// telephone number.
/// </summary>
internal static class MessageCursor
{
    private const int MaxLength = 1_000;

    public static string Write(MessageFilter filter) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes(filter, ArchiveJsonContext.Default.MessageFilter));

    /// <returns><see langword="null"/> for a text that <see cref="Write"/> did not write.</returns>
    public static MessageFilter? Read(string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        try
        {
            var filter = JsonSerializer.Deserialize(
                Base64Url.DecodeFromChars(cursor), ArchiveJsonContext.Default.MessageFilter);
            return filter is { After: not null } && IsBase64(filter.To) ? filter : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsBase64(string? text) => text is null || Base64.IsValid(text);
}
