namespace Connector.Runtime.Connectors;

/// <summary>Makes the HTTP clients that connectors get.</summary>
internal static class ConnectorHttp
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // Long enough to reuse connections, short enough to follow a provider's DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // No retry: the host decides about each attempt, for each may be a paid message. No redirect: credentials go only
    // where the configuration says.
    public static HttpClient CreateClient(TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        return new HttpClient(handler) { Timeout = timeout };
    }
}
