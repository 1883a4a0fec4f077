using Connector.Host.Configuration;
using Connector.Host.Security;
using Connector.Host.Startup;

namespace Connector.Host.Commands;

/// <summary>
/// The engine in this process, for one command: the same settings and plugins as a server's, without the web.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly IHost host;

    private Engine(IHost host) => this.host = host;

    public IConfiguration Configuration => Get<IConfiguration>();

    /// <summary>Finds the plugins and activates the connectors.</summary>
    /// <param name="settings">Settings from the command line.</param>
    /// <param name="verbose">Whether the engine's log goes to the error output.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<Engine> StartAsync(string[] settings, bool verbose, CancellationToken cancellationToken)
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

        var engine = new Engine(builder.Build());
        try
        {
            engine.host.Services.ValidateSettings();
            await engine.host.StartAsync(cancellationToken);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
