using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Connector.Runtime;

/// <summary>Finds everything wrong with the engine's settings at once.</summary>
internal sealed class ConnectorRuntimeOptionsValidator(IConfiguration settings)
    : IValidateOptions<ConnectorRuntimeOptions>
{
    private static readonly string[] DurationKeys =
        ["Plugins:ActivationTimeout", "Messages:Lifetime", "Messages:SendTimeout"];

    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MinLifetime = TimeSpan.FromSeconds(10);
    private static readonly string[] PluginKeys = ["Path", "ActivationTimeout"];
    private static readonly string[] MessageKeys = ["Lifetime", "SendTimeout", "UsageTypes"];

    private readonly List<string> failures = [];

    public ValidateOptionsResult Validate(string? name, ConnectorRuntimeOptions options)
    {
        failures.Clear();
        CheckKeys("Plugins", PluginKeys);
        CheckKeys("Messages", MessageKeys);
        foreach (var key in DurationKeys.Where(IsUnreadable))
        {
            Add(key, "is not a duration. Write hours:minutes:seconds, such as 00:10:00.");
        }

        CheckPath("DataPath", options.DataPath);
        CheckPath("Plugins:Path", options.Plugins.Path ?? "plugins");
        CheckRange("Plugins:ActivationTimeout", options.Plugins.ActivationTimeout, MinTimeout, MaxTimeout);
        CheckRange("Messages:Lifetime", options.Messages.Lifetime, MinLifetime, MessageOptions.MaxLifetime);
        CheckRange("Messages:SendTimeout", options.Messages.SendTimeout, MinTimeout, MaxTimeout);
        CheckUsageTypes(options.Messages.UsageTypes);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail([.. failures]);
    }

    private bool IsUnreadable(string key) =>
        settings[key] is { } text && text.Length > 0 && RuntimeSettings.Duration(settings, key) is null;

    private void CheckKeys(string section, string[] known)
    {
        foreach (var key in settings.GetSection(section).GetChildren().Select(child => child.Key))
        {
            if (!known.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                Add($"{section}:{key}", $"is not a known setting. Use {string.Join(", ", known)}." +
                    PluginRequests.Suggestion(key, known));
            }
        }
    }

    private void CheckPath(string key, string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            Add(key, "is not a path. Name a folder, absolute or relative to the content root.");
        }
    }

    private void CheckRange(string key, TimeSpan value, TimeSpan min, TimeSpan max)
    {
        if (value < min || value > max)
        {
            Add(key, $"must be from {min:c} to {max:c}.");
        }
    }

    private void CheckUsageTypes(IReadOnlyList<string> usageTypes)
    {
        foreach (var usageType in usageTypes.Where(
            text => string.IsNullOrWhiteSpace(text) || text.Length > UsageType.MaxLength))
        {
            Add("Messages:UsageTypes", $"has an entry of {usageType.Length} characters. " +
                $"Use names of 1 to {UsageType.MaxLength} characters.");
        }
    }

    private void Add(string key, string what) => failures.Add($"ConnectorHost:{key} {what}");
}
