using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

internal static class BodyRules
{
    private const string Pointer = "/body";

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        if (config.ReadText("body") is not { } body)
        {
            return [];
        }

        if (RequestParts.IsGet(config))
        {
            return [new ConfigIssue(Pointer, "It has no effect: GET has no body.", ConfigIssueSeverity.Warning)];
        }

        var template = new RequestTemplate(body);
        return config.ReadText("bodyFormat")?.ToUpperInvariant() switch
        {
            null or "JSON" => CheckJson(template),
            "XML" => CheckXml(template),
            "FORM" => CheckForm(body),
            _ => [],
        };
    }

    private static IEnumerable<ConfigIssue> CheckJson(RequestTemplate template)
    {
        var loose = JsonPlaces.FindUnquoted(template)
            .Where(name => Placeholders.Find(name) is { IsNumber: false })
            .Distinct()
            .ToList();
        foreach (var name in loose)
        {
            yield return new ConfigIssue(Pointer, $"{{{{{name}}}}} must stand in quotes: only numbers may do without.");
        }

        var text = template.Render(SampleValues.Values, Escaping.For(BodyFormat.Json));
        if (loose.Count == 0 && FindJsonFault(text) is { } fault)
        {
            yield return new ConfigIssue(Pointer, fault);
        }
    }

    private static string? FindJsonFault(string text)
    {
        try
        {
            JsonElement.Parse(text);
            return null;
        }
        catch (JsonException error)
        {
            return $"The body is not JSON (line {error.LineNumber + 1}).";
        }
    }

    private static IEnumerable<ConfigIssue> CheckXml(RequestTemplate template)
    {
        ConfigIssue? issue = null;
        try
        {
            XDocument.Parse(template.Render(SampleValues.Values, Escaping.For(BodyFormat.Xml)));
        }
        catch (XmlException error)
        {
            issue = new ConfigIssue(Pointer, $"The body is not XML (line {error.LineNumber}).");
        }

        return issue is null ? [] : [issue];
    }

    private static IEnumerable<ConfigIssue> CheckForm(string body) => body.AsSpan().IndexOfAny(' ', '\r', '\n') >= 0
        ? [new ConfigIssue(Pointer, "A form is one line such as to={{to}}&text={{text}}; a space in it is written +.")]
        : [];
}
