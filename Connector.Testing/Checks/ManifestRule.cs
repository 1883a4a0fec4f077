using System.Text.Json;

namespace Connector.Testing.Checks;

/// <summary>Everything a host shows is there, in every language that is promised.</summary>
internal static class ManifestRule
{
    private static readonly string[] Required = ["id", "type", "logo", "configSchema", "author"];

    public static Rule Rule { get; } = new(
        "manifest", "connector.json is complete, and every file it names is embedded.", ApplyAsync);

    private static Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        Check(EmbeddedFiles.Of(subject.PluginType), subject.PluginType.FullName!, findings);
        return Task.CompletedTask;
    }

    internal static void Check(EmbeddedFiles files, string entryType, Findings findings)
    {
        var manifest = files.ReadManifest();
        if (manifest.ValueKind != JsonValueKind.Object)
        {
            findings.Add("The assembly carries no connector.json that is a JSON object. It lies beside the project.");
            return;
        }

        findings.AddAll(Required
            .Where(name => string.IsNullOrWhiteSpace(Text(manifest, name)))
            .Select(name => $"connector.json lacks {name}."));
        if (Text(manifest, "entryType") != entryType)
        {
            findings.Add($"connector.json doesn't name {entryType} as its entryType.");
        }

        findings.AddAll(CheckTexts(manifest));
        findings.AddAll(FilesOf(manifest).Where(name => string.IsNullOrWhiteSpace(files.Read(name)))
            .Select(name => $"connector.json names {name}, which is not embedded or empty."));
    }

    private static IEnumerable<string> CheckTexts(JsonElement manifest)
    {
        var name = Languages(manifest, "name");
        var description = Languages(manifest, "description");
        foreach (var (member, texts) in new[] { ("name", name), ("description", description) })
        {
            if (!texts.ContainsKey("en"))
            {
                yield return $"{member} has no text for en, which everybody else sees.";
            }

            foreach (var language in texts.Where(text => string.IsNullOrWhiteSpace(text.Value)))
            {
                yield return $"{member} is empty for {language.Key}.";
            }
        }

        foreach (var language in name.Keys.Except(description.Keys).Concat(description.Keys.Except(name.Keys)))
        {
            yield return $"Only one of name and description is there for {language}.";
        }
    }

    private static IEnumerable<string> FilesOf(JsonElement manifest)
    {
        string?[] single = [Text(manifest, "logo"), Text(manifest, "logoDark"), Text(manifest, "configSchema")];
        var guides = Languages(manifest, "readme").Values.Append(Text(manifest, "readme"));
        var named = single.Concat(guides).OfType<string>();
        return manifest.TryGetProperty("readme", out _) ? named : named.Append("README.md");
    }

    private static string? Text(JsonElement manifest, string name) =>
        manifest.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Dictionary<string, string?> Languages(JsonElement manifest, string name) =>
        manifest.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Object
            ? texts.EnumerateObject().ToDictionary(
                text => text.Name,
                text => text.Value.ValueKind == JsonValueKind.String ? text.Value.GetString() : null,
                StringComparer.Ordinal)
            : [];
}
