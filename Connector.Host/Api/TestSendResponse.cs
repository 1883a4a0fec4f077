using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

/// <summary>What became of a test message.</summary>
internal sealed record TestSendResponse
{
    /// <summary><c>accepted</c>, <c>refused</c> or <c>unknown</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The provider's id of the message, when it was accepted.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>The provider's id of the request, for its support.</summary>
    public string? ProviderRequestId { get; init; }

    /// <summary>Why it was refused.</summary>
    public RefusalReason? Reason { get; init; }

    /// <summary>The provider's own code.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>What happened, in the connector's words.</summary>
    public string? Detail { get; init; }

    /// <summary>The text sent, when the connector can show it.</summary>
    public string? Text { get; init; }

    /// <summary>How the text is coded.</summary>
    public SmsEncoding? Encoding { get; init; }

    /// <summary>How many parts the message is billed as.</summary>
    public int? Segments { get; init; }

    /// <summary>What happened, step by step.</summary>
    public required IReadOnlyList<string> Log { get; init; }

    public static TestSendResponse From(TestSendResult result)
    {
        var response = new TestSendResponse
        {
            Outcome = "unknown",
            ProviderRequestId = result.Outcome.ProviderRequestId,
            Text = result.Text,
            Encoding = result.Segmentation?.Encoding,
            Segments = result.Segmentation?.Segments,
            Log = result.Log,
        };
        return result.Outcome switch
        {
            SendOutcome.Accepted accepted => response with
            {
                Outcome = "accepted",
                ProviderMessageId = accepted.ProviderMessageId,
                Segments = accepted.Segments ?? response.Segments,
            },
            SendOutcome.Refused refused => response with
            {
                Outcome = "refused",
                Reason = refused.Reason,
                ProviderCode = refused.ProviderCode,
                Detail = refused.Detail,
            },
            SendOutcome.Unknown unknown => response with
            {
                ProviderCode = unknown.ProviderCode,
                Detail = unknown.Detail,
            },
            _ => response,
        };
    }
}
