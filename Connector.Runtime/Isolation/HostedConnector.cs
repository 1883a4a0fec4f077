using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>The connector of a worker, called as the host calls those in its own process. Thread-safe.</summary>
internal sealed class HostedConnector(WorkerSetup setup, LoadedPlugin plugin)
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(3);

    private ISmsConnector? connector;

    public LoadedPlugin Plugin => plugin;

    public PluginGuard Guard => plugin.Guard;

    public string[] Capabilities => connector is null ? [] : [.. ConnectorCapabilities.Of(connector)];

    private ISmsConnector Connector => connector ?? throw new InvalidOperationException("There is no connector yet.");

    /// <exception cref="PluginException">The plugin can't be loaded or constructed.</exception>
    public static async Task<HostedConnector> LoadAsync(WorkerSetup setup, ILogger logger)
    {
        var guards = new PluginGuards(setup.MaxThreads, TimeProvider.System, logger);
        var host = new Lazy<HostAssemblies>(() => new HostAssemblies());
        var activator = new PluginActivator(host, guards, setup.ActivationTimeout);
        return new HostedConnector(setup, await activator.ActivateAsync(Describe(setup), isCollectible: false));
    }

    /// <exception cref="PluginException">The plugin threw, hung or gave nothing.</exception>
    public async Task CreateAsync(WorkerLogger logger, CancellationToken cancellationToken)
    {
        logger.LogLevel = setup.LogLevel;
        connector = await plugin.CreateAsync(
            new ConnectorContext
            {
                ConnectorName = setup.ConnectorName,
                Config = setup.Config,
                HttpClient = ConnectorHttp.CreateClient(setup.SendTimeout),
                Logger = new ConnectorLogger(setup.ConnectorName, logger, TimeProvider.System),
                TimeProvider = TimeProvider.System,
                DataDirectory = setup.DataDirectory,
            },
            cancellationToken);
    }

    /// <summary>Calls the connector on the plugin's threads.</summary>
    public Task<JsonElement?> CallAsync(WorkerCall call, JsonElement body, CancellationToken cancellationToken) =>
        Guard.Calls.RunAsync(() => RunAsync(call, body, cancellationToken));

    /// <summary>Disposes the connector, unless that takes too long. Never throws.</summary>
    public async Task StopAsync()
    {
        Task disposing = Guard.Endings.RunAsync(() => PluginDisposal.DisposeAsync(connector));
        await disposing.WaitAsync(StopTime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static InstalledPlugin Describe(WorkerSetup setup)
    {
        var nothing = new LocalizedText([]);
        return new InstalledPlugin
        {
            Id = setup.PluginId,
            State = PluginState.Available,
            Path = setup.Assembly,
            StagedAssembly = setup.Assembly,
            Manifest = new PluginManifest
            {
                Id = setup.PluginId,
                Type = "Sms",
                EntryType = setup.EntryType,
                Name = nothing,
                Description = nothing,
                Readme = nothing,
                Logo = "",
                ConfigSchema = "",
                Author = "",
            },
        };
    }

    private async Task<JsonElement?> RunAsync(WorkerCall call, JsonElement body, CancellationToken cancellationToken) =>
        call switch
        {
            WorkerCall.Send => await SendAsync(Message(body), cancellationToken),
            WorkerCall.LookUp => await LookUpAsync(Message(body), cancellationToken),
            WorkerCall.CheckCredentials => JsonSerializer.SerializeToElement(
                await As<ICredentialCheck>().CheckCredentialsAsync(cancellationToken),
                WorkerJson.Default.CredentialCheckResult),
            WorkerCall.ReadReceipt => await ReadReceiptAsync(body, cancellationToken),
            WorkerCall.ReadInbox => JsonSerializer.SerializeToElement(
                [.. await As<ILocalInbox>().ReadInboxAsync(body.GetInt32(), cancellationToken)],
                WorkerJson.Default.InboxMessageArray),
            WorkerCall.Preview => JsonSerializer.SerializeToElement(
                As<IMessagePreview>().Preview(Message(body).UsageType, Message(body).Payload) ?? "",
                WorkerJson.Default.String),
            WorkerCall.ReadUsage => await ReadUsageAsync(body, cancellationToken),
            _ => throw new NotSupportedException($"{call} is not for a worker."),
        };

    private static WorkerMessage Message(JsonElement body) =>
        body.Deserialize(WorkerJson.Default.WorkerMessage)
        ?? throw new InvalidOperationException("The host sent no message.");

    private T As<T>()
        where T : class => Connector as T ?? throw new NotSupportedException($"The connector is no {typeof(T).Name}.");

    private async Task<JsonElement?> SendAsync(WorkerMessage message, CancellationToken cancellationToken)
    {
        Task<SendOutcome>? sending = Connector.SendAsync(
            message.Phone!, message.UsageType, message.Payload, cancellationToken);
        return sending is null ? null : ToJson(await sending);
    }

    private async Task<JsonElement?> LookUpAsync(WorkerMessage message, CancellationToken cancellationToken) =>
        ToJson(await As<IOutcomeLookup>().LookUpOutcomeAsync(
            new OutcomeQuery
            {
                Phone = message.Phone!,
                UsageType = message.UsageType,
                Payload = message.Payload,
                AttemptedAt = message.AttemptedAt ?? default,
            },
            cancellationToken));

    // A plugin may return null, whatever its signature promises.
    private static JsonElement? ToJson(SendOutcome? outcome) => outcome is null
        ? null
        : JsonSerializer.SerializeToElement(WorkerOutcome.From(outcome), WorkerJson.Default.WorkerOutcome);

    private async Task<JsonElement?> ReadReceiptAsync(JsonElement body, CancellationToken cancellationToken)
    {
        var request = body.Deserialize(WorkerJson.Default.ReceiptRequest)!;
        ReceiptReading? reading = await As<IDeliveryReceiptReader>().ReadReceiptAsync(request, cancellationToken);
        return reading is null
            ? null
            : JsonSerializer.SerializeToElement(WorkerReading.From(reading), WorkerJson.Default.WorkerReading);
    }

    private async Task<JsonElement?> ReadUsageAsync(JsonElement body, CancellationToken cancellationToken) =>
        await As<IUsageReporter>().GetUsageAsync(body.GetDateTimeOffset(), cancellationToken) is { } report
            ? JsonSerializer.SerializeToElement(report, WorkerJson.Default.UsageReport)
            : null;
}
