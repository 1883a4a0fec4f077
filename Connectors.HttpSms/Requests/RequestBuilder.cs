using System.Text;

namespace Connectors.HttpSms.Requests;

/// <summary>Writes the provider's requests as the configuration says. Immutable and thread-safe.</summary>
internal sealed class RequestBuilder
{
    private const string UserAgent = "ConnectorPlatform-HttpSms/1.0";

    private readonly HttpSmsOptions options;
    private readonly HttpMethod method;
    private readonly RequestTemplate url;
    private readonly RequestTemplate? body;
    private readonly IReadOnlyList<(string Name, RequestTemplate Value)> headers;

    public RequestBuilder(HttpSmsOptions options)
    {
        this.options = options;
        method = options.Method switch
        {
            SendMethod.Get => HttpMethod.Get,
            SendMethod.Put => HttpMethod.Put,
            _ => HttpMethod.Post,
        };
        url = new RequestTemplate(options.Url);
        body = method == HttpMethod.Get || options.Body is null ? null : new RequestTemplate(options.Body);
        headers = [.. options.Headers.Select(header => (header.Name, new RequestTemplate(header.Value)))];
    }

    /// <summary>Whether the request carries the text, so that there must be a template for it.</summary>
    public bool NeedsText => new[] { url, body }.Concat(headers.Select(header => header.Value))
        .OfType<RequestTemplate>()
        .Any(template => template.Names.Contains(Placeholders.Text, StringComparer.Ordinal));

    public HttpRequestMessage Build(MessageValues values)
    {
        var address = new Uri(url.Render(values, Escaping.Url));
        var request = new HttpRequestMessage(method, address) { Content = BuildBody(values) };
        foreach (var (name, value) in headers)
        {
            Add(request, name, value.Render(values, Escaping.Header));
        }

        return Authenticate(request);
    }

    /// <summary>Asks an address with the same credentials.</summary>
    public HttpRequestMessage BuildCheck(Uri address) => Authenticate(new HttpRequestMessage(HttpMethod.Get, address));

    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            request.Content?.Headers.Remove(name);
        }

        // Headers of the body are refused among those of the request.
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content?.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private TrackedContent BuildBody(MessageValues values)
    {
        // Even a GET has an empty body: the HTTP client sends a request without one up to four times when the provider
        // hangs up, and each could be a paid message. It also tells whether the request left.
        if (method == HttpMethod.Get)
        {
            return new TrackedContent([], contentType: null);
        }

        var text = body?.Render(values, Escaping.For(options.BodyFormat)) ?? "";
        return new TrackedContent(Encoding.UTF8.GetBytes(text), ContentType(options.BodyFormat));
    }

    private HttpRequestMessage Authenticate(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        switch (options.Authentication)
        {
            case AuthenticationKind.Basic:
                var credentials = Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}");
                Add(request, "Authorization", $"Basic {Convert.ToBase64String(credentials)}");
                break;
            case AuthenticationKind.Bearer:
                Add(request, "Authorization", $"Bearer {Escaping.Header(options.Token ?? "")}");
                break;
            case AuthenticationKind.Header when options.TokenHeader is { Length: > 0 } name:
                Add(request, name, Escaping.Header(options.Token ?? ""));
                break;
        }

        return request;
    }

    private static string ContentType(BodyFormat format) => format switch
    {
        BodyFormat.Json => "application/json",
        BodyFormat.Form => "application/x-www-form-urlencoded",
        BodyFormat.Xml => "application/xml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
