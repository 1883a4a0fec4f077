using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Connectors;
using Connector.Runtime.Tests.Embedding;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>Whole hosts, with the test plugin whose connectors can be told to fail.</summary>
internal static class StoredHosts
{
    public const string Plugin = "Obliging";
    public const string Token = "s3cret-token";

    public static ChangeTerms Anybody { get; } = new("key_1");

    /// <param name="connectionString">PostgreSQL to share; <see langword="null"/> for a SQLite file.</param>
    /// <param name="plugins">What is installed; the test plugin when nothing is named.</param>
    public static Task<EmbeddedHost> StartAsync(string? connectionString = null, params string[] plugins)
    {
        var storage = connectionString is null
            ? new JsonObject()
            : new JsonObject { ["Provider"] = "Postgres", ["ConnectionString"] = connectionString };
        var settings = new JsonObject { ["ConnectorHost"] = new JsonObject { ["Storage"] = storage } };
        return EmbeddedHost.StartAsync(settings.ToJsonString(), plugins.Length == 0 ? [Plugin] : plugins);
    }

    public static JsonObject Definition(string name, string account = "AC1") => new()
    {
        ["name"] = name,
        ["plugin"] = "obliging",
        ["config"] = new JsonObject { ["account"] = account, ["token"] = Token },
    };

    public static Task<ConnectorInfo> CreateAsync(this EmbeddedHost host, string name) =>
        host.Get<StoredConnectors>().CreateAsync(Definition(name), "key_1", CancellationToken.None);

    public static Task<ConnectorInfo> ChangeAsync(
        this EmbeddedHost host, string name, string patch, ChangeTerms? terms = null) =>
        host.Get<StoredConnectors>().ChangeAsync(
            name, JsonNode.Parse(patch)!.AsObject(), terms ?? Anybody, CancellationToken.None);

    public static async Task<string> TestAsync(this EmbeddedHost host, string name)
    {
        var result = await host.Get<TestSender>().TestConnectorAsync(
            name, new TestSendRequest { Phone = "+14155550100" }, CancellationToken.None);
        return result.Outcome.GetType().Name;
    }

    /// <summary>Waits until a host sees a connector as expected.</summary>
    public static async Task UntilAsync(this EmbeddedHost host, string name, Func<ConnectorInfo?, bool> isExpected)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (isExpected(host.Get<ConnectorRegistry>().Find(name)))
            {
                seen.TrySetResult();
            }
        }

        host.Get<ConnectorTable>().OnChanged(Look);
        Look();
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static JsonElement Config(this EmbeddedHost host, string name) =>
        host.Get<ConnectorTable>().Get(name).Config;
}
