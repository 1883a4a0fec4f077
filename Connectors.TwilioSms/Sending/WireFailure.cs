using Connector.Abstractions;

namespace Connectors.TwilioSms.Sending;

/// <summary>Judges a send that brought no answer: did the request leave?</summary>
internal static class WireFailure
{
    public static SendOutcome Judge(HttpRequestError error, bool bodyHasStarted) => error switch
    {
        HttpRequestError.NameResolutionError => NotAttempted("Twilio's host name could not be resolved."),
        HttpRequestError.ConnectionError => NotAttempted("No connection to Twilio could be made."),
        HttpRequestError.SecureConnectionError => NotAttempted("No secure connection to Twilio could be made."),
        HttpRequestError.ProxyTunnelError => NotAttempted("The proxy did not open a connection to Twilio."),
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
            Lost("The connection broke before Twilio's answer was complete."),
        _ when !bodyHasStarted => NotAttempted("The request failed before it left."),
        _ => Lost("The connection broke after the request had left."),
    };

    /// <summary>
    /// Judges a time limit that passed. Waiting for a connection, a name or a TLS handshake counts towards the
    /// client's limit too, and a request whose body never began to leave can't have been processed.
    /// </summary>
    public static SendOutcome JudgeTimeout(bool bodyHasStarted) => bodyHasStarted
        ? Lost("Twilio did not answer in time.")
        : NotAttempted("No connection to Twilio was made in time.");

    private static SendOutcome.Refused NotAttempted(string detail) =>
        new(RefusalReason.NotAttempted) { Detail = detail };

    private static SendOutcome.Unknown Lost(string detail) => new(detail);
}
