namespace Connectors.TwilioSms.Receipts;

/// <summary>
/// The forms in which Twilio may have signed an address. It drops or adds the port and drops the credentials, not
/// always as its documentation says; so only the authority varies here, and no other character is touched.
/// </summary>
internal static class SignedUrls
{
    private const string SchemeEnd = "://";

    public static IReadOnlyList<string> Of(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var sent = fragment < 0 ? url : url[..fragment];
        var schemeEnd = sent.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (schemeEnd < 0)
        {
            return [sent];
        }

        var start = schemeEnd + SchemeEnd.Length;
        var length = sent.AsSpan(start).IndexOfAny('/', '?');
        var end = length < 0 ? sent.Length : start + length;
        var isHttps = sent.AsSpan(0, schemeEnd).Equals("https", StringComparison.OrdinalIgnoreCase);
        return [.. Authorities(sent[start..end], isHttps ? ":443" : ":80")
            .Distinct(StringComparer.Ordinal)
            .Select(authority => sent[..start] + authority + sent[end..])];
    }

    private static IEnumerable<string> Authorities(string authority, string defaultPort)
    {
        var userEnd = authority.LastIndexOf('@') + 1;
        foreach (var user in new[] { authority[..userEnd], "" })
        {
            var host = authority[userEnd..];
            var portStart = PortStart(host);
            yield return user + host;
            yield return user + host[..portStart];
            if (portStart == host.Length)
            {
                yield return user + host + defaultPort;
            }
        }
    }

    // The colons inside an IPv6 address's brackets separate no port.
    private static int PortStart(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? colon : host.Length;
    }
}
