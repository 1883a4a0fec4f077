using System.Net.Sockets;

namespace Connector.Runtime.Delivery;

/// <summary>The words for why an event got no answer. Documented in <c>docs/api.md</c>.</summary>
internal static class WebhookErrors
{
    public const string Timeout = "timeout";
    public const string AddressRefused = "addressRefused";
    public const string NameNotFound = "nameNotFound";
    public const string ConnectionFailed = "connectionFailed";
    public const string TlsFailed = "tlsFailed";
    public const string ConnectionLost = "connectionLost";
    public const string InvalidAnswer = "invalidAnswer";
    public const string Interrupted = "interrupted";
    public const string SecretUnreadable = "secretUnreadable";

    public static string Of(HttpRequestException error) => error switch
    {
        { InnerException: AddressRefusedException } => AddressRefused,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
            NameNotFound,
        { HttpRequestError: HttpRequestError.NameResolutionError } => NameNotFound,
        { HttpRequestError: HttpRequestError.ConnectionError } => ConnectionFailed,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => TlsFailed,
        { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            InvalidAnswer,
        _ => ConnectionLost,
    };
}
