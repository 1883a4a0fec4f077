using Connector.Abstractions;

namespace Connectors.HttpSms.Sending;

/// <summary>Judges a send that brought no answer: did the request leave?</summary>
internal static class WireFailure
{
    /// <param name="error">What broke.</param>
    /// <param name="hasLeft">Whether the request began to leave.</param>
    public static SendOutcome Judge(HttpRequestError error, bool hasLeft) => error switch
    {
        HttpRequestError.NameResolutionError => NotAttempted("The provider's host name could not be resolved."),
        HttpRequestError.ConnectionError => NotAttempted("No connection to the provider could be made."),
        HttpRequestError.SecureConnectionError => NotAttempted("No secure connection to the provider could be made."),
        HttpRequestError.ProxyTunnelError => NotAttempted("The proxy did not open a connection to the provider."),
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
            Lost("The connection broke before the provider's answer was complete."),
        _ when !hasLeft => NotAttempted("The request failed before it left."),
        _ => Lost("The connection broke after the request had left."),
    };

    /// <summary>
    /// Judges a time limit that passed. Waiting for a connection, a name or a TLS handshake counts towards the
    /// client's limit too, and a request whose body never began to leave can't have been processed.
    /// </summary>
    public static SendOutcome JudgeTimeout(bool hasLeft) => hasLeft
        ? Lost("The provider did not answer in time.")
        : NotAttempted("No connection to the provider was made in time.");

    private static SendOutcome.Refused NotAttempted(string detail) =>
        new(RefusalReason.NotAttempted) { Detail = detail };

    private static SendOutcome.Unknown Lost(string detail) => new(detail);
}
