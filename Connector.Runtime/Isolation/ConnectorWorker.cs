using System.IO.Pipes;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Isolation;

/// <summary>The other end of <c>"Isolation": "Process"</c>: a process that runs one connector for a host.</summary>
public static class ConnectorWorker
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Serves the host that started this process, until it hangs up; then the process ends.</summary>
    /// <param name="socket">What the host appended to <see cref="PluginOptions.WorkerCommand"/>.</param>
    /// <returns>Never: a thread of the plugin's must not keep the process alive.</returns>
    /// <exception cref="IOException">Nobody listens there.</exception>
    /// <exception cref="TimeoutException">Nobody listens there in time.</exception>
    public static async Task RunAsync(string socket)
    {
        UnhandledPluginExceptions.Survive();
        var pipe = new NamedPipeClientStream(
            ".", socket, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync(ConnectTimeout, CancellationToken.None);
        await using var channel = new WorkerChannel(pipe);
        await new WorkerService(channel).RunAsync();
        Environment.Exit(0);
    }
}
