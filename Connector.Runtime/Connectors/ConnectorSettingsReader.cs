using System.Globalization;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Connectors;

/// <summary>Reads the entries of <c>ConnectorHost:Connectors</c>; every problem of an entry is kept with it.</summary>
internal sealed class ConnectorSettingsReader
{
    private static readonly string[] Known =
    [
        "Plugin", "Enabled", "Countries", "ExcludedCountries", "Weight", "Priority", "Concurrency", "Rate", "Isolation",
        "Config",
    ];

    private readonly IConfigurationSection section;
    private readonly List<ConnectorProblem> problems = [];

    private ConnectorSettingsReader(IConfigurationSection section) => this.section = section;

    public static IReadOnlyList<ConnectorSettings> ReadAll(IConfiguration host) =>
        [.. host.GetSection("Connectors").GetChildren().Select(entry => new ConnectorSettingsReader(entry).Read())];

    private ConnectorSettings Read()
    {
        CheckName();
        CheckKeys();
        var plugin = section["Plugin"]?.Trim() ?? "";
        if (plugin.Length == 0)
        {
            Add("Plugin", "is missing", "Name the id of an installed plugin, such as sandbox.");
        }

        var config = section.GetSection("Config");
        return new ConnectorSettings(section.Key, plugin, schema => schema.Read(config))
        {
            Enabled = ReadEnabled(),
            Weight = ReadNumber("Weight", ConnectorRules.DefaultWeight, min: 0, ConnectorRules.MaxWeight),
            Priority = ReadNumber("Priority", ConnectorRules.DefaultPriority, min: 0, ConnectorRules.MaxPriority),
            Concurrency = section["Concurrency"] is null
                ? null
                : ReadNumber("Concurrency", fallback: 0, min: 1, ConnectorRules.MaxConcurrency),
            Rate = ReadRate(),
            Isolation = ReadIsolation(),
            Countries = ReadCountries("Countries"),
            ExcludedCountries = ReadCountries("ExcludedCountries"),
            Problems = problems,
        };
    }

    private void CheckName()
    {
        if (!ConnectorRules.IsName(section.Key))
        {
            problems.Add(new ConnectorProblem(
                "CONNECTOR_SETTING_INVALID",
                $"The name of {section.Path} is too long, or has characters that are not allowed.",
                ConnectorRules.NameFix));
        }
    }

    private void CheckKeys()
    {
        foreach (var key in section.GetChildren().Select(child => child.Key))
        {
            if (!Known.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                var suggestion = Spelling.Suggestion(key, Known);
                Add(key, "is not a known setting", $"Use {string.Join(", ", Known)}.{suggestion}");
            }
        }
    }

    private bool ReadEnabled()
    {
        if (section["Enabled"] is not { } text)
        {
            return true;
        }

        if (bool.TryParse(text, out var enabled))
        {
            return enabled;
        }

        // Code runs only where somebody clearly asked for it.
        Add("Enabled", "is neither true nor false", "Write true or false.");
        return false;
    }

    private int ReadNumber(string name, int fallback, int min, int max)
    {
        if (section[name] is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max)
        {
            return number;
        }

        Add(name, $"is not a whole number from {min} to {max}",
            $"Write such a number, or leave it out for {fallback}.");
        return fallback;
    }

    private double? ReadRate()
    {
        if (section["Rate"] is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && ConnectorRules.IsRate(rate))
        {
            return rate;
        }

        Add("Rate", "is not a number from 0.01 to 100000", "Write messages a second, or leave it out for no limit.");
        return null;
    }

    private ConnectorIsolation ReadIsolation()
    {
        if (section["Isolation"] is not { } text)
        {
            return ConnectorIsolation.None;
        }

        if (ConnectorRules.TryReadIsolation(text, out var isolation))
        {
            return isolation;
        }

        Add("Isolation", "is not one of None, Process", "Write one of them, or leave it out for None.");
        return ConnectorIsolation.None;
    }

    private List<string> ReadCountries(string name)
    {
        var codes = RuntimeSettings.List(section, name);
        var countries = codes.Select(code => code.Trim().ToUpperInvariant()).Distinct().ToList();
        foreach (var unknown in countries.Where(code => !ConnectorRules.IsCountry(code)))
        {
            Add(name, $"has {(unknown.Length is > 0 and < 20 ? unknown : "an entry")}, which is no country code",
                "Use ISO 3166-1 codes of two letters, such as ES or US.");
        }

        return countries;
    }

    private void Add(string name, string what, string fix) =>
        problems.Add(new ConnectorProblem(
            "CONNECTOR_SETTING_INVALID", $"{section.Path}:{name} {what}.", fix));
}
