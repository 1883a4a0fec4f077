using System.Globalization;

namespace Connector.Runtime.Delivery;

/// <summary>What an address that a provider called says about the receipt.</summary>
/// <param name="MessageId">The message; <see langword="null"/> when it names none.</param>
/// <param name="Attempt">
/// Which attempt to send it the receipt is about; <see langword="null"/> when it doesn't tell.
/// </param>
internal readonly record struct ReceiptAddress(string? MessageId, int? Attempt)
{
    private const string MessageParameter = "m=";
    private const string AttemptParameter = "n=";

    public string ToQuery() =>
        string.Create(CultureInfo.InvariantCulture, $"{MessageParameter}{MessageId}&{AttemptParameter}{Attempt}");

    /// <param name="target">Path and query as they arrived.</param>
    public static ReceiptAddress Read(string target)
    {
        var start = target.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? [] : target.AsSpan(start + 1);
        var number = Find(query, AttemptParameter);
        return new ReceiptAddress(
            Find(query, MessageParameter),
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : null);
    }

    private static string? Find(ReadOnlySpan<char> query, string parameter)
    {
        foreach (var range in query.Split('&'))
        {
            if (query[range].StartsWith(parameter, StringComparison.Ordinal))
            {
                return query[range][parameter.Length..].ToString();
            }
        }

        return null;
    }
}
