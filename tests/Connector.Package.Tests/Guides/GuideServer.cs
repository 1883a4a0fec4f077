using System.Globalization;
using TestServers.Processes;

namespace Connector.Package.Tests.Guides;

/// <summary>Something that the guide lets run in a terminal of its own.</summary>
internal sealed class GuideServer : IAsyncDisposable
{
    private readonly ServerFolder folder;
    private readonly HttpClient client;
    private readonly Uri readiness;
    private ServerCommand? command;
    private ServerProcess? process;

    /// <param name="name">What it is.</param>
    /// <param name="readiness">Path that answers with success as soon as it serves.</param>
    public GuideServer(string name, string readiness)
    {
        folder = ServerFolder.Create($"guide-{name}");
        this.readiness = new Uri(readiness, UriKind.Relative);
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    /// <summary>All that it has written.</summary>
    public string Output => File.ReadAllText(command!.Log);

    /// <summary>Types the commands that start it, and waits until it serves.</summary>
    /// <param name="commands">The last one doesn't end.</param>
    /// <param name="place">Where they are typed.</param>
    /// <param name="variables">Of the terminal.</param>
    public async Task StartAsync(string commands, string place, IReadOnlyDictionary<string, string> variables)
    {
        // Instead of the shell, so that what ends the process ends the server.
        var lines = commands.TrimEnd().Split('\n');
        var script = string.Join('\n', [$"cd '{place}'", .. lines[..^1], $"exec {lines[^1]}"]);
        // "dotnet run" hands this signal on to the program that it runs.
        command = new ServerCommand(folder, "server", "TERM", ["sh", "-e", "-c", script]) { Environment = variables };
        process = await ServerProcess.StartAsync(command, IsReadyAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        folder.Delete();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(readiness, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
