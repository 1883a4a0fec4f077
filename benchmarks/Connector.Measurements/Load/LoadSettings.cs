using System.Globalization;

namespace Connector.Measurements.Load;

/// <summary>Settings of an engine that is put under load.</summary>
internal sealed record LoadSettings
{
    /// <summary>Where it keeps everything.</summary>
    public required string Folder { get; init; }

    /// <summary>How many connectors share the messages.</summary>
    public int Connectors { get; init; } = 1;

    /// <summary>How long a provider takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What each connector may send a second; <see langword="null"/> for no limit.</summary>
    public double? Rate { get; init; }

    /// <summary>A PostgreSQL server; <see langword="null"/> for a SQLite file.</summary>
    public string? Postgres { get; init; }

    /// <summary>The broker; <see langword="null"/> when the database decides.</summary>
    public string? Broker { get; init; }

    public string DatabaseFile => Path.Combine(Folder, "connector.db");

    public object ToEngine() => new
    {
        DataPath = Folder,
        Plugins = new { Path = PluginFolder() },
        Storage = Storage(),
        Delivery = Delivery(),
        Connectors = ToConnectors(),
    };

    public Dictionary<string, object> ToConnectors() => Enumerable.Range(1, Connectors).ToDictionary(
        number => string.Create(CultureInfo.InvariantCulture, $"load{number}"),
        object (_) => Connector());

    public Dictionary<string, object> Storage() => Postgres is null
        ? []
        : new() { ["Provider"] = "Postgres", ["ConnectionString"] = Postgres };

    public Dictionary<string, object> Delivery()
    {
        var delivery = new Dictionary<string, object> { ["MaxBacklog"] = 10_000_000 };
        if (Broker is not null)
        {
            delivery["Engine"] = "RabbitMq";
            delivery["RabbitMq"] = new { Uri = Broker };
        }

        return delivery;
    }

    /// <summary>A folder with the plugin of the load connectors.</summary>
    public string PluginFolder()
    {
        var plugins = Path.Combine(Folder, "dropped");
        var target = Path.Combine(plugins, "load", Path.GetFileName(RepositoryPaths.LoadConnector));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(RepositoryPaths.LoadConnector, target, overwrite: true);
        return plugins;
    }

    private Dictionary<string, object> Connector()
    {
        var connector = new Dictionary<string, object>
        {
            ["Plugin"] = "load",
            ["Enabled"] = true,
            ["Config"] = new { latencyMs = (int)Latency.TotalMilliseconds },
        };
        if (Rate is { } rate)
        {
            connector["Rate"] = rate;
        }

        return connector;
    }

}
