using System.Globalization;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>What is known about a test message, by the names of the texts that say what it is.</summary>
internal static class TestFacts
{
    public static IEnumerable<(string Name, string Value)> Of(TestSendResult result) => All(result)
        .Where(fact => fact.Value is not null)
        .Select(fact => (fact.Name, fact.Value!));

    private static IEnumerable<(string Name, string? Value)> All(TestSendResult result)
    {
        var accepted = result.Outcome as SendOutcome.Accepted;
        yield return ("Fact.ProviderId", accepted?.ProviderMessageId);
        yield return ("Fact.ProviderCode", CodeOf(result.Outcome));
        yield return ("Fact.RequestId", result.Outcome.ProviderRequestId);
        yield return ("Fact.Encoding", result.Segmentation?.Encoding is { } encoding ? NameOf(encoding) : null);
        yield return ("Fact.Segments", (accepted?.Segments ?? result.Segmentation?.Segments)?
            .ToString(CultureInfo.InvariantCulture));
        yield return ("Fact.Price", accepted?.Price is { } price
            ? string.Create(CultureInfo.InvariantCulture, $"{price} {accepted.Currency}").TrimEnd()
            : null);
    }

    private static string? CodeOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => refused.ProviderCode,
        SendOutcome.Unknown unknown => unknown.ProviderCode,
        _ => null,
    };

    private static string NameOf(SmsEncoding encoding) => encoding switch
    {
        SmsEncoding.Gsm7 => "GSM-7",
        SmsEncoding.Ucs2 => "UCS-2",
        _ => encoding.ToString(),
    };
}
