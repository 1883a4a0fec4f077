using TestServers.Processes;

namespace TestServers;

/// <summary>
/// A RabbitMQ node of its own, with everything it needs on 127.0.0.1 only. It ends with the process that started it,
/// whichever way that ends.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const int Tries = 3;

    private readonly RabbitMqNode node;
    private readonly ServerProcess portMapper;
    private ServerProcess process;

    private RabbitMqServer(RabbitMqNode node, ServerProcess portMapper, ServerProcess process)
    {
        this.node = node;
        this.portMapper = portMapper;
        this.process = process;
    }

    /// <summary>What this machine lacks for it, with the package to install.</summary>
    /// <value><see langword="null"/> when nothing is missing.</value>
    public static string? Missing { get; } = Binaries.RabbitMq is null
        ? "RabbitMQ isn't installed (Debian package: rabbitmq-server)."
        : null;

    /// <summary>With user name and password.</summary>
    public Uri Uri => node.Uri;

    internal IReadOnlyList<int> ProcessIds => [.. portMapper.ProcessIds, .. process.ProcessIds];

    internal string Folder => node.Folder.Path;

    /// <exception cref="InvalidOperationException">It is missing or doesn't start; says why.</exception>
    public static async Task<RabbitMqServer> StartAsync(CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            var files = RabbitMqNode.Create();
            try
            {
                return await StartAsync(files, cancellationToken);
            }
            catch (Exception exception)
            {
                files.Folder.Delete();
                if (exception is not ServerExitedException || left == 1)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Ends it in order: clients are told, queues are closed.</summary>
    public Task StopAsync() => process.StopAsync("TERM");

    /// <summary>Crashes it: SIGKILL to the node and its processes.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>Freezes it: connections stay, and nothing is answered until <see cref="ResumeAsync"/>.</summary>
    public Task PauseAsync() => process.PauseAsync();

    /// <summary>Ends <see cref="PauseAsync"/>.</summary>
    public Task ResumeAsync() => process.ResumeAsync();

    /// <summary>
    /// Starts it after <see cref="StopAsync"/> or <see cref="KillAsync"/>: the same data, the same port.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        process.ThrowIfRunning();
        await process.DisposeAsync();
        process = await node.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await portMapper.DisposeAsync();
        node.Folder.Delete();
    }

    internal void Abandon()
    {
        process.Abandon();
        portMapper.Abandon();
    }

    private static async Task<RabbitMqServer> StartAsync(RabbitMqNode files, CancellationToken cancellationToken)
    {
        var mapper = await files.StartPortMapperAsync(cancellationToken);
        try
        {
            return new RabbitMqServer(files, mapper, await files.StartAsync(cancellationToken));
        }
        catch
        {
            await mapper.DisposeAsync();
            throw;
        }
    }
}
