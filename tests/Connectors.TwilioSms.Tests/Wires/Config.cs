using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connectors.TwilioSms.Tests.Wires;

/// <summary>Builds configurations.</summary>
internal static class Config
{
    /// <summary>A configuration without any issue.</summary>
    public static JsonObject Valid() => new()
    {
        ["accountSID"] = Samples.AccountSid,
        ["authToken"] = Samples.AuthToken,
        ["fromMessagingServiceSID"] = Samples.ServiceSid,
        ["templates"] = new JsonArray(
            Template("Register", "Welcome, your code is {{code}}"),
            Template("SignIn", "Sign in with {{code}}"),
            Template("ForgotPassword", "Reset with {{code}}"),
            Template("Generic", "Your code is {{code}}")),
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

    /// <summary>The valid configuration with a template more.</summary>
    public static JsonObject Plus(params JsonObject[] templates)
    {
        var config = Valid();
        foreach (var template in templates)
        {
            config["templates"]!.AsArray().Add((JsonNode)template);
        }

        return config;
    }

    public static JsonElement Element(this JsonObject config) => JsonSerializer.SerializeToElement(config);
}
