using System.Net;
using System.Security.Claims;
using Connector.Host.Problems;
using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>Reads what callers ask of messages.</summary>
internal static class MessageRequests
{
    public static SendRequest ToSendRequest(SendMessageRequest body) => new()
    {
        To = body.To,
        UsageType = body.UsageType,
        Payload = body.Payload ?? default,
        Connector = body.Connector,
        ExpiresAt = body.ExpiresAt,
        ClientIp = ParseIp(body.ClientIp),
    };

    /// <summary>How the caller wants the message taken.</summary>
    public static AcceptOptions ToAcceptOptions(HttpContext context, int? waitSeconds) => new()
    {
        IdempotencyKey = IdempotencyKeyHeader.Read(context.Request),
        Client = context.User.FindFirstValue(ClaimTypes.NameIdentifier),
        Wait = TimeSpan.FromSeconds(waitSeconds ?? 0),
    };

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
