using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Testing.Checks;

namespace Connector.Testing.Rigs;

/// <summary>A connector made as a host makes it, with a log that keeps everything and a folder of its own.</summary>
public sealed class ConnectorRig : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly TimeSpan? disposalLimit;

    private ConnectorRig(
        DirectoryInfo root, HttpClient http, RecordedLog log, ISmsConnector connector, TimeSpan? disposalLimit)
    {
        folder = root;
        this.disposalLimit = disposalLimit;
        HttpClient = http;
        Log = log;
        Connector = connector;
    }

    /// <summary>The connector.</summary>
    public ISmsConnector Connector { get; }

    /// <summary>The connector's client. It follows no redirect, keeps no cookies, knows no proxy.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>What the connector has logged.</summary>
    public RecordedLog Log { get; }

    /// <summary>Creates a connector.</summary>
    /// <typeparam name="TPlugin">The plugin's entry type.</typeparam>
    /// <param name="config">The configuration, a JSON object.</param>
    /// <param name="options">What differs from a host.</param>
    /// <param name="cancellationToken">Handed on to the plugin.</param>
    /// <returns>The rig; disposing it disposes the connector.</returns>
    /// <exception cref="JsonException"><paramref name="config"/> isn't JSON, or the plugin can't bind it.</exception>
    public static Task<ConnectorRig> CreateAsync<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TPlugin>(
        string config,
        ConnectorRigOptions? options = null,
        CancellationToken cancellationToken = default)
        where TPlugin : ISmsConnectorPlugin, new() =>
        CreateAsync(new TPlugin(), config, options ?? new ConnectorRigOptions(), cancellationToken);

    /// <summary>Disposes the connector as a host does, then its client and its folder.</summary>
    /// <returns>A task that ends when everything is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        if (disposalLimit is { } limit)
        {
            await Call.TryAsync(() => Disposal.DisposeAsync(Connector).AsTask(), limit);
        }
        else
        {
            await Disposal.DisposeAsync(Connector);
        }

        HttpClient.Dispose();
        folder.Delete(recursive: true);
    }

    internal static async Task<ConnectorRig> CreateAsync(
        ISmsConnectorPlugin plugin, string config, ConnectorRigOptions options, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("connector-rig");
        var http = options.CreateHttpClient();
        var log = new RecordedLog();
        try
        {
            var context = new ConnectorContext
            {
                ConnectorName = "under-test",
                Config = JsonElement.Parse(config),
                HttpClient = http,
                Logger = log,
                TimeProvider = options.TimeProvider,
                DataDirectory = Path.Combine(root.FullName, "under-test"),
            };
            var connector = await plugin.CreateAsync(context, cancellationToken);
            return new ConnectorRig(root, http, log, connector, options.DisposalLimit);
        }
        catch
        {
            http.Dispose();
            root.Delete(recursive: true);
            throw;
        }
    }
}
