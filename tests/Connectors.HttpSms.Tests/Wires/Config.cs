using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connectors.HttpSms.Tests.Wires;

/// <summary>Builds configurations.</summary>
internal static class Config
{
    public const string Token = "tok-0123456789abcdef";

    /// <summary>A configuration without any issue.</summary>
    public static JsonObject Valid() => new()
    {
        ["url"] = "https://api.example.com/messages",
        ["authentication"] = "bearer",
        ["token"] = Token,
        ["body"] = """{ "to": "{{to}}", "text": "{{text}}" }""",
        ["templates"] = new JsonArray(Template("Generic", "{{code}} is your code.")),
        ["answer"] = new JsonObject { ["idPath"] = "/id", ["errorPath"] = "/error/code" },
    };

    public static JsonObject Template(string usageType, string content, string? locale = null)
    {
        var template = new JsonObject { ["usageType"] = usageType, ["content"] = content };
        if (locale is not null)
        {
            template["locale"] = locale;
        }

        return template;
    }

    /// <summary>The valid configuration with members set, or removed by <see langword="null"/>.</summary>
    public static JsonObject With(params (string Name, JsonNode? Value)[] members)
    {
        var config = Valid();
        foreach (var (name, value) in members)
        {
            config.Remove(name);
            if (value is not null)
            {
                config[name] = value;
            }
        }

        return config;
    }

    /// <summary>As people know old gateways: everything in the address, the answer a line of text.</summary>
    public static JsonObject Gateway(string url = "https://api.example.com") => With(
        ("url", url + "/send?user={{username}}&key={{password}}&to={{toDigits}}&msg={{text}}"),
        ("method", "GET"),
        ("authentication", null),
        ("token", null),
        ("body", null),
        ("username", "contoso"),
        ("password", "pass-0123456789"),
        ("answer", new JsonObject
        {
            ["successPattern"] = "^OK (?<id>\\w+)",
            ["errorPattern"] = "^ERR (?<code>\\d+)",
        }));

    public static JsonElement Element(this JsonObject config) => JsonSerializer.SerializeToElement(config);
}
