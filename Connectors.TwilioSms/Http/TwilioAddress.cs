namespace Connectors.TwilioSms.Http;

/// <summary>
/// Where the API is: <c>api[.edge][.region].twilio.com</c>, unless the configuration names another address.
/// </summary>
internal static class TwilioAddress
{
    // An edge is only reached through the name of a region.
    private const string EdgeOnlyRegion = "us1";

    public static string Of(TwilioSmsOptions options)
    {
        if (options.ApiBaseUrl is { Length: > 0 } other)
        {
            return other.TrimEnd('/');
        }

        return (options.Edge, options.Region) switch
        {
            ({ Length: > 0 } edge, { Length: > 0 } region) => $"https://api.{edge}.{region}.twilio.com",
            ({ Length: > 0 } edge, _) => $"https://api.{edge}.{EdgeOnlyRegion}.twilio.com",
            (_, { Length: > 0 } region) => $"https://api.{region}.twilio.com",
            _ => "https://api.twilio.com",
        };
    }
}
