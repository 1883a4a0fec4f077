using System.Net;
using Connector.Host.Problems;
using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>Reads what callers ask of messages, and refuses what can't be kept yet.</summary>
internal static class MessageRequests
{
    private const string IdempotencyHeader = "Idempotency-Key";

    public static SendRequest ToSendRequest(SendMessageRequest body) => new()
    {
        To = body.To,
        UsageType = body.UsageType,
        Payload = body.Payload ?? default,
        Connector = body.Connector,
        ExpiresAt = body.ExpiresAt,
        ClientIp = ParseIp(body.ClientIp),
    };

    /// <summary>
    /// A caller that sends the header counts on it: taking it and sending twice would be worse than refusing.
    /// </summary>
    public static void RefuseIdempotencyKey(HttpRequest request)
    {
        if (request.Headers.ContainsKey(IdempotencyHeader))
        {
            throw new ProblemException(new ApiProblem
            {
                Status = StatusCodes.Status400BadRequest,
                Code = "idempotency_not_supported",
                Title = "Idempotency keys are not supported yet",
                Detail = $"Nothing was sent. Leave {IdempotencyHeader} out: this host can't tell repeated requests.",
            });
        }
    }

    private static IPAddress? ParseIp(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return IPAddress.TryParse(text, out var address)
            ? address
            : throw new ProblemException(KnownProblems.InvalidBody(
                [new ProblemError("/clientIp", "Must be an IPv4 or IPv6 address.")]));
    }
}
