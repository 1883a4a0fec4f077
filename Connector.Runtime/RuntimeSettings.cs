using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime;

/// <summary>
/// Carries the engine's settings into its options; what can't be read keeps its default and is reported by validation.
/// </summary>
internal static class RuntimeSettings
{
    public static void Apply(IConfiguration settings, ConnectorRuntimeOptions options)
    {
        options.DataPath = settings["DataPath"] ?? options.DataPath;
        options.Plugins.Path = settings["Plugins:Path"] ?? options.Plugins.Path;
        options.Plugins.ActivationTimeout =
            Duration(settings, "Plugins:ActivationTimeout") ?? options.Plugins.ActivationTimeout;
        options.Plugins.TrustedKeys = settings.GetSection("Plugins:TrustedKeys").GetChildren()
            .ToDictionary(key => key.Key, key => key.Value ?? "", StringComparer.OrdinalIgnoreCase);
        options.Messages.Lifetime = Duration(settings, "Messages:Lifetime") ?? options.Messages.Lifetime;
        options.Messages.SendTimeout = Duration(settings, "Messages:SendTimeout") ?? options.Messages.SendTimeout;
        options.Messages.UsageTypes = List(settings, "Messages:UsageTypes");
        foreach (var setting in RuntimeSettingList.All)
        {
            setting.Apply(settings, options);
        }
    }

    /// <summary>
    /// A duration such as <c>00:10:00</c>; <see langword="null"/> when it isn't set or can't be read.
    /// </summary>
    public static TimeSpan? Duration(IConfiguration settings, string key) =>
        TimeSpan.TryParseExact(settings[key], "c", CultureInfo.InvariantCulture, out var duration) ? duration : null;

    /// <summary>A list, from one entry per item or from one text with commas.</summary>
    public static IReadOnlyList<string> List(IConfiguration settings, string key)
    {
        var single = settings[key];
        return string.IsNullOrWhiteSpace(single)
            ? [.. settings.GetSection(key).GetChildren().Select(item => item.Value ?? "")]
            : single.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
