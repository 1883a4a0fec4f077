using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Connector.Runtime;

/// <summary>Finds everything wrong with the engine's settings at once. Thread-safe.</summary>
internal sealed class ConnectorRuntimeOptionsValidator(IConfiguration settings)
    : IValidateOptions<ConnectorRuntimeOptions>
{
    private static readonly string[] DurationKeys =
        ["Plugins:ActivationTimeout", "Messages:Lifetime", "Messages:SendTimeout"];

    private static readonly string[] SectionKeys =
        ["DataPath", "Plugins", "Messages", "Storage", "Delivery", "Connectors"];

    private static readonly string[] PluginKeys = ["Path", "ActivationTimeout", "TrustedKeys", .. KeysOf("Plugins")];
    private static readonly string[] MessageKeys = ["Lifetime", "SendTimeout", "UsageTypes"];
    private static readonly string[] TableSections = ["Storage", "Delivery", "Delivery:RabbitMq", "Delivery:Webhooks"];

    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MinLifetime = TimeSpan.FromSeconds(10);

    private readonly string prefix = settings is IConfigurationSection section ? $"{section.Path}:" : "";

    public ValidateOptionsResult Validate(string? name, ConnectorRuntimeOptions options)
    {
        List<string> failures =
        [
            .. FindUnknownSections(options.OtherSettings),
            .. FindTexts(),
            .. FindUnknown("Plugins", PluginKeys),
            .. FindUnknown("Messages", MessageKeys),
            .. TableSections.SelectMany(section => FindUnknown(section, KeysOf(section))),
            .. DurationKeys.Where(IsUnreadable)
                .Select(key => $"{prefix}{key} is not a duration. Write hours:minutes:seconds, such as 00:10:00."),
            .. CheckPath("DataPath", options.DataPath),
            .. CheckPath("Plugins:Path", options.Plugins.Path ?? "plugins"),
            .. CheckTrustedKeys(options.Plugins.TrustedKeys),
            .. CheckRange("Plugins:ActivationTimeout", options.Plugins.ActivationTimeout, MinTimeout, MaxTimeout),
            .. CheckRange("Messages:Lifetime", options.Messages.Lifetime, MinLifetime, MessageOptions.MaxLifetime),
            .. CheckRange("Messages:SendTimeout", options.Messages.SendTimeout, MinTimeout, MaxTimeout),
            .. CheckUsageTypes(options.Messages.UsageTypes),
            .. RuntimeSettingList.All.Where(setting => setting.IsWrong(settings))
                .Select(setting => $"{prefix}{setting.Key} {setting.Expectation}"),
            .. RuntimeSettingList.FindContradictions(options).Select(found => $"{prefix}{found.Key} {found.What}"),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private bool IsUnreadable(string key) =>
        !string.IsNullOrEmpty(settings[key]) && RuntimeSettings.Duration(settings, key) is null;

    // An application that doesn't name its own settings may have any, so only what looks like a slip is one.
    private IEnumerable<string> FindUnknownSections(IReadOnlyList<string>? others)
    {
        string[] known = [.. SectionKeys, .. others ?? []];
        return from key in settings is IConfigurationSection ? Keys(settings) : []
            where !known.Contains(key, StringComparer.OrdinalIgnoreCase)
            let suggestion = Spelling.Suggestion(key, known)
            where others is not null || suggestion.Length > 0
            select $"{prefix}{key} is not a known setting. Use {string.Join(", ", known)}.{suggestion}";
    }

    private IEnumerable<string> FindTexts() =>
        from key in SectionKeys.Skip(1)
        where !string.IsNullOrEmpty(settings[key])
        select $"{prefix}{key} is a text. Write an object with its settings.";

    private IEnumerable<string> FindUnknown(string section, string[] known) =>
        from key in Keys(settings.GetSection(section))
        where !known.Contains(key, StringComparer.OrdinalIgnoreCase)
        select $"{prefix}{section}:{key} is not a known setting. Use {string.Join(", ", known)}." +
            Spelling.Suggestion(key, known);

    private IEnumerable<string> CheckPath(string key, string path) =>
        string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal)
            ? [$"{prefix}{key} is not a path. Name a folder, absolute or relative to the content root."]
            : [];

    private IEnumerable<string> CheckRange(string key, TimeSpan value, TimeSpan min, TimeSpan max) =>
        value < min || value > max ? [$"{prefix}{key} must be from {min:c} to {max:c}."] : [];

    private IEnumerable<string> CheckUsageTypes(IReadOnlyList<string> usageTypes) =>
        from usageType in usageTypes
        where string.IsNullOrWhiteSpace(usageType) || usageType.Length > UsageType.MaxLength
        select $"{prefix}Messages:UsageTypes has an entry of {usageType.Length} characters. " +
            $"Use names of 1 to {UsageType.MaxLength} characters.";

    private IEnumerable<string> CheckTrustedKeys(IReadOnlyDictionary<string, string> keys) =>
        from key in keys
        where !SigningKey.TryReadPublic(key.Value, out _)
        select $"{prefix}Plugins:TrustedKeys:{key.Key} is not a public key. " +
            "Write the text that 'connector-host plugins keygen' prints: base64 of an ECDSA key on P-256.";

    private static string[] KeysOf(string section) =>
    [
        .. RuntimeSettingList.All
            .Where(setting => setting.Key.StartsWith($"{section}:", StringComparison.Ordinal))
            .Select(setting => setting.Key[(section.Length + 1)..].Split(':')[0])
            .Distinct(),
    ];

    private static IEnumerable<string> Keys(IConfiguration section) =>
        section.GetChildren().Select(child => child.Key);
}
