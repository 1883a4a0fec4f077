using System.Text.Json;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

/// <summary>The parts of a request that may hold placeholders, as far as they can be read.</summary>
internal static class RequestParts
{
    public static bool IsGet(JsonElement config) =>
        string.Equals(config.ReadText("method"), "GET", StringComparison.OrdinalIgnoreCase);

    /// <summary>The templates with the JSON Pointer of each. A GET sends no body.</summary>
    public static IEnumerable<(string Pointer, RequestTemplate Template)> Of(JsonElement config)
    {
        if (config.ReadText("url") is { } url)
        {
            yield return ("/url", new RequestTemplate(url));
        }

        if (config.ReadText("body") is { } body && !IsGet(config))
        {
            yield return ("/body", new RequestTemplate(body));
        }

        foreach (var (index, header) in config.Items("headers"))
        {
            if (header.ReadText("value") is { } value)
            {
                yield return ($"/headers/{index}/value", new RequestTemplate(value));
            }
        }
    }

    public static bool Uses(JsonElement config, params string[] names) =>
        Of(config).Any(part => part.Template.Names.Intersect(names, StringComparer.Ordinal).Any());
}
