using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.Commands;

/// <summary>The options that make up a message's payload, shared by the commands that fill templates.</summary>
internal sealed class PayloadOptions
{
    private readonly Option<string?> code = new("--code") { Description = "The verification code; {{code}}." };
    private readonly Option<string?> link = new("--link") { Description = "A link instead of a code; {{link}}." };
    private readonly Option<string?> locale = new("--locale") { Description = "The person's language, such as pt-BR." };

    private readonly Option<string[]> variables = new("--var")
    {
        Description = "A further value, name=value; may be repeated.",
        HelpName = "name=value",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        variables.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError("--var must be name=value.");
            }
        });
        command.Add(code);
        command.Add(link);
        command.Add(locale);
        command.Add(variables);
    }

    public JsonElement Read(ParseResult arguments)
    {
        var payload = new JsonObject();
        Set(payload, "code", arguments.GetValue(code));
        Set(payload, "link", arguments.GetValue(link));
        Set(payload, "locale", arguments.GetValue(locale));
        foreach (var variable in arguments.GetValue(variables) ?? [])
        {
            var parts = variable.Split('=', 2);
            Set(payload, parts[0], parts[1]);
        }

        return JsonElement.Parse(payload.ToJsonString());
    }

    private static void Set(JsonObject payload, string name, string? value)
    {
        if (value is not null)
        {
            payload[name] = value;
        }
    }
}
