using System.Net;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Npgsql;

namespace Connector.Runtime;

/// <summary>The settings of storage and delivery, and the rules that concern several of them.</summary>
internal static class RuntimeSettingList
{
    private const string NoFile = "is not a path. Name a file, absolute or relative to the content root.";

    public static IReadOnlyList<RuntimeSetting> All { get; } =
    [
        RuntimeSetting.Choice<PluginIntegrity>("Plugins:Integrity", (o, value) => o.Plugins.Integrity = value),
        RuntimeSetting.Text("Plugins:LockFile", NoFile, IsFile, (o, value) => o.Plugins.LockFile = value),
        RuntimeSetting.Text("Plugins:RevocationsFile", NoFile, IsFile, (o, value) => o.Plugins.RevocationsFile = value),
        RuntimeSetting.Number("Plugins:MaxThreads", 1, 1_000, (o, value) => o.Plugins.MaxThreads = value),
        RuntimeSetting.Switch("Plugins:Reload", (o, value) => o.Plugins.Reload = value),
        RuntimeSetting.Duration(
            "Plugins:SettleTime",
            TimeSpan.FromMilliseconds(50),
            TimeSpan.FromMinutes(5),
            (o, value) => o.Plugins.SettleTime = value),
        RuntimeSetting.Choice<StorageProvider>("Storage:Provider", (o, value) => o.Storage.Provider = value),
        new("Storage:ConnectionString", "", (text, o) => (o.Storage.ConnectionString = text).Length > 0),
        RuntimeSetting.Choice<DeliveryEngine>("Delivery:Engine", (o, value) => o.Delivery.Engine = value),
        RuntimeSetting.Number("Delivery:Concurrency", 1, 10_000, (o, value) => o.Delivery.Concurrency = value),
        RuntimeSetting.Number("Delivery:MaxBacklog", 1, 100_000_000, (o, value) => o.Delivery.MaxBacklog = value),
        RuntimeSetting.Choice<ResendUnknown>("Delivery:ResendUnknown", (o, value) => o.Delivery.ResendUnknown = value),
        RuntimeSetting.Duration(
            "Delivery:RetryDelay",
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromMinutes(1),
            (o, value) => o.Delivery.RetryDelay = value),
        RuntimeSetting.Duration(
            "Delivery:MaxRetryDelay",
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromHours(1),
            (o, value) => o.Delivery.MaxRetryDelay = value),
        RuntimeSetting.Duration(
            "Delivery:HostTimeout",
            TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(5),
            (o, value) => o.Delivery.HostTimeout = value),
        RuntimeSetting.Duration(
            "Delivery:KeepContent",
            TimeSpan.Zero,
            TimeSpan.FromDays(30),
            (o, value) => o.Delivery.KeepContent = value),
        RuntimeSetting.Switch(
            "Delivery:KeepFailedContent", (o, value) => o.Delivery.KeepFailedContent = value),
        RuntimeSetting.Duration(
            "Delivery:KeepMessages",
            TimeSpan.FromHours(1),
            TimeSpan.FromDays(3650),
            (o, value) => o.Delivery.KeepMessages = value),
        RuntimeSetting.Text(
            "Delivery:PublicUrl",
            "is not an http or https address without query, such as https://sms.example.com.",
            text => IsAddress(text, "http", "https"),
            (o, value) => o.Delivery.PublicUrl = new Uri(value)),
        RuntimeSetting.Text(
            "Delivery:RabbitMq:Uri",
            "is not an address such as amqp://user:password@broker.example.com:5672/.",
            text => IsAddress(text, "amqp", "amqps"),
            (o, value) => o.Delivery.RabbitMq.Uri = value),
        RuntimeSetting.Text(
            "Delivery:RabbitMq:Prefix",
            "is not a name of 1 to 100 letters, digits, dots, hyphens and underscores.",
            text => text.Length <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'),
            (o, value) => o.Delivery.RabbitMq.Prefix = value),
        RuntimeSetting.List<IPNetwork>(
            "Delivery:Webhooks:AllowedNetworks",
            "has an entry that is not a network. Write address and length, such as 10.20.0.0/16 or fd00:1::/64.",
            IPNetwork.TryParse,
            (o, value) => o.Delivery.Webhooks.AllowedNetworks = value),
        RuntimeSetting.Switch("Delivery:Webhooks:AllowHttp", (o, value) => o.Delivery.Webhooks.AllowHttp = value),
    ];

    /// <summary>What is wrong between settings that are right by themselves.</summary>
    public static IEnumerable<(string Key, string What)> FindContradictions(ConnectorRuntimeOptions options)
    {
        var storage = options.Storage;
        if (storage.Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(storage.ConnectionString))
        {
            yield return ("Storage:ConnectionString",
                "is missing. PostgreSQL needs one, such as Host=db.example.com;Database=connectors;Username=sms.");
        }
        else if (storage.ConnectionString is { } text && !IsConnectionString(storage.Provider, text))
        {
            yield return (
                "Storage:ConnectionString", $"is not a connection string that {storage.Provider} understands.");
        }

        if (options.Delivery.Engine == DeliveryEngine.RabbitMq && storage.Provider != StorageProvider.Postgres)
        {
            yield return ("Delivery:Engine",
                "is RabbitMq, which shares messages between hosts. Set Storage:Provider to Postgres with it.");
        }

        if (options.Plugins is { Integrity: PluginIntegrity.Signed, TrustedKeys.Count: 0 })
        {
            yield return ("Plugins:TrustedKeys",
                "is empty, so that Plugins:Integrity Signed lets no plugin run. Add the public keys that you trust.");
        }

        if (options.Delivery.MaxRetryDelay < options.Delivery.RetryDelay)
        {
            yield return ("Delivery:MaxRetryDelay", "is shorter than Delivery:RetryDelay.");
        }
    }

    private static bool IsFile(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal)
        && !Path.EndsInDirectorySeparator(text);

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    private static bool IsConnectionString(StorageProvider provider, string text)
    {
        try
        {
            _ = provider == StorageProvider.Postgres
                ? (System.Data.Common.DbConnectionStringBuilder)new NpgsqlConnectionStringBuilder(text)
                : new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(text);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
