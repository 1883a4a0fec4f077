using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using TestServers.Processes;

namespace Connector.Console.Tests.Hosting;

/// <summary>The real program in a process and a folder of its own.</summary>
internal sealed partial class ConsoleHost : IAsyncDisposable
{
    private readonly ServerFolder folder = ServerFolder.Create("console");
    private readonly ServerCommand command;
    private ServerProcess? process;

    private ConsoleHost(object? settings)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        Directory.CreateDirectory(Plugins);
        if (settings is not null)
        {
            Configure(settings);
        }

        command = new ServerCommand(
            folder,
            "host",
            "KILL",
            ["dotnet", Path.Combine(AppContext.BaseDirectory, "connector-host.dll"), "serve", $"--urls={address}"]);
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Speaks to its API, with its key.</summary>
    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Its plugin folder.</summary>
    public string Plugins => Path.Combine(folder.Path, "plugins");

    /// <summary>Everything it has printed.</summary>
    public string Output => File.ReadAllText(command.Log);

    /// <summary>The key that it printed at its first start.</summary>
    public string Key => KeyPattern().Match(Output).Groups["it"].Value;

    /// <summary>The link that it printed at its first start, which signs in once.</summary>
    public string SignInLink => LinkPattern().Match(Output).Groups["it"].Value;

    /// <summary>Starts it.</summary>
    /// <param name="settings">What is under <c>ConnectorHost</c>; <see langword="null"/> for the defaults.</param>
    public static async Task<ConsoleHost> StartAsync(object? settings = null)
    {
        var host = new ConsoleHost(settings);
        await host.StartAgainAsync();
        await Limited.UntilAsync(() =>
            host.SignInLink.Length > 0 && host.Output.Contains("curl", StringComparison.Ordinal));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);
        return host;
    }

    /// <summary>A plugin that the tests build, by the name of its folder there.</summary>
    public static string TestPlugin(string name) => Path.Combine(AppContext.BaseDirectory, "test-plugins", name);

    /// <summary>Writes its settings, for the next start.</summary>
    /// <param name="settings">What is under <c>ConnectorHost</c>.</param>
    public void Configure(object settings) => File.WriteAllText(
        Path.Combine(folder.Path, "appsettings.json"),
        JsonSerializer.Serialize(new { ConnectorHost = settings }));

    public async Task StartAgainAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        process = await ServerProcess.StartAsync(command, IsReadyAsync, CancellationToken.None);
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public Task KillAsync() => process!.KillAsync();

    public Task StopAsync() => process!.StopAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        folder.Delete();
    }

    [GeneratedRegex(@"API key +(?<it>cpk_\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"Sign in +(?<it>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkPattern();

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
