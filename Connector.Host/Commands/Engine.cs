using Connector.Host.Configuration;
using Connector.Host.Security;
using Connector.Host.Startup;
using Connector.Runtime;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Host.Commands;

/// <summary>
/// The engine in this process, for one command: the same settings and plugins as a server's, without the web.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly IHost host;
    private readonly DirectoryInfo? ownFolder;
    private bool isStarted;

    private Engine(IHost host, DirectoryInfo? ownFolder)
    {
        this.host = host;
        this.ownFolder = ownFolder;
    }

    public IConfiguration Configuration => Get<IConfiguration>();

    /// <summary>Finds the plugins and activates the connectors.</summary>
    /// <param name="settings">Settings from the command line.</param>
    /// <param name="use">What for.</param>
    /// <param name="verbose">Whether the engine's log goes to the error output.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public static async Task<Engine> StartAsync(
        string[] settings, EngineUse use, bool verbose, CancellationToken cancellationToken)
    {
        var place = HostPlace.From(settings);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = "connector-host",
            ContentRootPath = place.ContentRoot,
            EnvironmentName = place.Environment,
        });
        builder.AddEngine(place, settings);
        builder.Services.AddUnopenedApiKeys(builder.Configuration);
        builder.Logging.SendToErrorOutput(verbose);

        var folder = use is EngineUse.Send or EngineUse.Inspection
            ? Directory.CreateTempSubdirectory("connector-host-")
            : null;
        builder.Services.Configure<ConnectorRuntimeOptions>(options => Choose(options, use, folder));
        var engine = new Engine(builder.Build(), folder);
        try
        {
            engine.host.Services.ValidateSettings();
            if (use is EngineUse.Files or EngineUse.Inspection)
            {
                return engine;
            }

            engine.isStarted = true;
            await engine.host.StartAsync(cancellationToken);
            return use == EngineUse.Look && engine.Get<EngineHealth>().StorageTrouble is { } trouble
                ? throw trouble
                : engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private static void Choose(ConnectorRuntimeOptions options, EngineUse use, DirectoryInfo? folder)
    {
        if (use == EngineUse.Inspection)
        {
            options.DataPath = folder!.FullName;
            return;
        }

        if (folder is null)
        {
            options.IsObserver = true;
            return;
        }

        options.Storage.Provider = StorageProvider.Sqlite;
        options.Storage.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "send.db")}";
        options.Delivery.Engine = DeliveryEngine.Database;
    }

    public async ValueTask DisposeAsync()
    {
        if (isStarted)
        {
            await host.StopAsync();
        }

        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        if (ownFolder is not null)
        {
            Delete(ownFolder);
        }
    }

    // Copies of plugins are read-only, and Windows doesn't delete what is.
    private static void Delete(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        folder.Delete(recursive: true);
    }
}
