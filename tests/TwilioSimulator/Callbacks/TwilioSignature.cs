using System.Security.Cryptography;
using System.Text;

namespace TwilioSimulator.Callbacks;

/// <summary>Signs a webhook the way Twilio does.</summary>
public static class TwilioSignature
{
    /// <summary>Name of the header that carries the signature.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>Signs a URL and form fields.</summary>
    /// <param name="authToken">The account's primary auth token.</param>
    /// <param name="url">The URL to sign, to the letter.</param>
    /// <param name="form">The decoded form fields; none for a request without a form.</param>
    /// <returns>The value of the header.</returns>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(url);
        var fields = form
            .Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);
        foreach (var (key, value) in fields)
        {
            text.Append(key).Append(value);
        }

#pragma warning disable CA5350 // Twilio's protocol fixes the algorithm.
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString()));
#pragma warning restore CA5350
        return Convert.ToBase64String(hash);
    }

    /// <summary>The form of a callback URL that is signed.</summary>
    /// <param name="url">The URL as it was configured.</param>
    /// <returns>The URL without user and fragment, and for https without its port.</returns>
    public static string SignedUrl(Uri url)
    {
        var text = url.OriginalString.Split('#')[0];
        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = text.AsSpan(authority).IndexOfAny('/', '?');
        var end = path < 0 ? text.Length : authority + path;
        var host = text[authority..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (url.Scheme == Uri.UriSchemeHttps && port > host.LastIndexOf(']'))
        {
            host = host[..port];
        }

        return text[..authority] + host + text[end..];
    }
}
