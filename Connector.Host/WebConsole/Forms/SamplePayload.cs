using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connector.Host.WebConsole;

/// <summary>Values for trying templates, by placeholder.</summary>
public sealed class SamplePayload
{
    private static readonly string[] Usual = ["code", "link"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal)
    {
        ["code"] = "123456",
        ["link"] = "https://example.com/verify/1234",
        ["locale"] = "en",
        ["uiLocales"] = "en",
    };

    /// <summary>The value of a placeholder; empty when there is none.</summary>
    public string this[string path]
    {
        get => values.GetValueOrDefault(path, "");
        set => values[path] = value;
    }

    /// <summary>The placeholders of templates, the usual ones first.</summary>
    internal static IReadOnlyList<string> PathsOf(IEnumerable<string> contents)
    {
        var used = contents
            .SelectMany(content => new SmsTemplate(UsageType.Generic, content).Placeholders)
            .Distinct()
            .Where(path => !TemplateLint.IsKnown(path) || !path.Contains('.', StringComparison.Ordinal))
            .ToList();
        return [.. Usual.Where(path => path == "code" || used.Contains(path)), .. used.Except(Usual)];
    }

    /// <summary>A payload in which every placeholder has a value.</summary>
    internal static SmsPayload Filled(IEnumerable<string> paths)
    {
        var letter = JsonElement.Parse("\"x\"");
        return new SmsPayload
        {
            Code = "x",
            Link = "x",
            Locale = "x",
            UiLocales = "x",
            Variables = paths.Select(path => path.Split('.')[0]).Distinct().ToDictionary(path => path, _ => letter),
        };
    }

    /// <summary>
    /// The payload as a request would hold it: <c>user.name</c> is a member of <c>user</c>. A path without a value is
    /// left out.
    /// </summary>
    internal JsonElement ToJson()
    {
        var payload = new JsonObject();
        foreach (var (path, value) in values.Where(one => one.Value.Length > 0))
        {
            Place(payload, path.Split('.', StringSplitOptions.RemoveEmptyEntries), value);
        }

        return JsonValues.ElementOf(payload);
    }

    // Where a value stands in the way of a longer path, the first to come keeps its place.
    private static void Place(JsonObject payload, string[] steps, string value)
    {
        var at = payload;
        foreach (var step in steps.SkipLast(1))
        {
            at.TryAdd(step, new JsonObject());
            if (at[step] is not JsonObject next)
            {
                return;
            }

            at = next;
        }

        if (steps.Length > 0)
        {
            at.TryAdd(steps[^1], JsonValue.Create(value));
        }
    }
}
