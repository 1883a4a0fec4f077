using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>Reads <c>connector.json</c> strictly and collects every fault, each with its JSON pointer.</summary>
internal sealed class ManifestReader
{
    private static readonly HashSet<string> Members =
    [
        "$schema", "id", "type", "entryType", "name", "description", "logo", "logoDark", "readme", "configSchema",
        "author", "homepage", "license",
    ];

    private readonly List<string> faults = [];
    private readonly JsonElement root;

    private ManifestReader(JsonElement root) => this.root = root;

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">The embedded bytes.</param>
    /// <returns>The manifest when it has no fault, its id whenever that is usable, and the faults.</returns>
    public static ManifestReading Read(byte[] json)
    {
        try
        {
            using var document = StrictJson.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ManifestReader(document.RootElement).Read()
                : new ManifestReading(null, null, ["it must be a JSON object"]);
        }
        catch (JsonException e)
        {
            return new ManifestReading(null, null, [$"it isn't JSON: {e.Message.TrimEnd('.')}"]);
        }
    }

    private ManifestReading Read()
    {
        foreach (var member in root.EnumerateObject())
        {
            if (!Members.Contains(member.Name))
            {
                faults.Add($"/{member.Name} is unknown");
            }
        }

        var id = Text("id", ManifestRules.Id);
        var manifest = new PluginManifest
        {
            Id = id ?? "",
            Type = Text("type", ManifestRules.Type) ?? "",
            EntryType = Text("entryType", ManifestRules.NotEmpty) ?? "",
            Name = Localized("name", ManifestRules.NotEmpty),
            Description = Localized("description", ManifestRules.NotEmpty),
            Logo = Text("logo", ManifestRules.Picture) ?? "",
            LogoDark = OptionalText("logoDark", ManifestRules.Picture),
            Readme = Readme(),
            ConfigSchema = Text("configSchema", ManifestRules.FileName) ?? "",
            Author = Text("author", ManifestRules.NotEmpty) ?? "",
            Homepage = OptionalText("homepage", ManifestRules.HttpsAddress),
            License = OptionalText("license", ManifestRules.NotEmpty),
        };
        return new ManifestReading(faults.Count == 0 ? manifest : null, id, faults);
    }

    private string? Text(string name, Func<string, string?> rule)
    {
        if (root.TryGetProperty(name, out var value))
        {
            return Check($"/{name}", value, rule);
        }

        faults.Add($"/{name} is missing");
        return null;
    }

    private string? OptionalText(string name, Func<string, string?> rule) =>
        root.TryGetProperty(name, out var value) ? Check($"/{name}", value, rule) : null;

    private string? Check(string pointer, JsonElement value, Func<string, string?> rule)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add($"{pointer} must be a text");
            return null;
        }

        var text = value.GetString()!;
        if (rule(text) is { } fault)
        {
            faults.Add($"{pointer} {fault}");
            return null;
        }

        return text;
    }

    private LocalizedText Readme() => root.TryGetProperty("readme", out var value)
        && value.ValueKind == JsonValueKind.String
            ? new LocalizedText([new("en", Check("/readme", value, ManifestRules.FileName) ?? "")])
            : Localized("readme", ManifestRules.FileName);

    private LocalizedText Localized(string name, Func<string, string?> rule)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!root.TryGetProperty(name, out var value))
        {
            faults.Add($"/{name} is missing");
        }
        else if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($$"""/{{name}} must be an object of texts by language, such as {"en": "…"}""");
        }
        else
        {
            Collect(name, value, rule, texts);
        }

        return new LocalizedText(texts);
    }

    private void Collect(string name, JsonElement value, Func<string, string?> rule, Dictionary<string, string> texts)
    {
        if (!value.TryGetProperty("en", out _))
        {
            faults.Add($"/{name}/en is missing");
        }

        foreach (var member in value.EnumerateObject())
        {
            var pointer = $"/{name}/{member.Name}";
            if (!ManifestRules.IsLanguageTag(member.Name))
            {
                faults.Add($"{pointer} is no language tag, such as es or pt-BR");
            }
            else if (Check(pointer, member.Value, rule) is { } text && !texts.TryAdd(member.Name, text))
            {
                faults.Add($"{pointer} is there twice");
            }
        }
    }
}
