using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Connector.Host.Tests;

/// <summary>The real host on a free port, in a folder of its own, with the bundled sandbox.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Key = "test-key-of-thirty-characters!";

    private readonly TempFolder? ownFolder;

    private TestHost(WebApplication app, string folder, TempFolder? ownFolder)
    {
        App = app;
        Folder = folder;
        this.ownFolder = ownFolder;
        Address = new Uri(app.Urls.Single());
        Anonymous = new HttpClient { BaseAddress = Address };
        Client = new HttpClient { BaseAddress = Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    /// <summary>Sends the right key.</summary>
    public HttpClient Client { get; }

    public HttpClient Anonymous { get; }

    public string Folder { get; }

    public FakeLogCollector Logs => App.Services.GetRequiredService<FakeLogCollector>();

    public string Banner
    {
        get
        {
            using var writer = new StringWriter();
            Startup.Banner.Write(App, writer);
            return writer.ToString();
        }
    }

    public static async Task<TestHost> StartAsync(
        string[]? settings = null, Action<WebApplicationBuilder>? configure = null, bool hasKey = true)
    {
        var folder = new TempFolder();
        try
        {
            return await StartAsync(folder.Path, [.. settings ?? [], .. hasKey ? Bootstrap : []], configure, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts in a folder that outlives the host, as before and after a restart.</summary>
    public static Task<TestHost> StartInAsync(
        TempFolder folder, string[]? settings = null, Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(folder.Path, [.. settings ?? [], .. Bootstrap], configure, ownFolder: null);

    private static string[] Bootstrap => [$"--ConnectorHost:Security:BootstrapKey={Key}"];

    private static async Task<TestHost> StartAsync(
        string folder, string[] settings, Action<WebApplicationBuilder>? configure, TempFolder? ownFolder)
    {
        var app = Create(folder, settings, configure);
        try
        {
            await app.StartAsync();
            return new TestHost(app, folder, ownFolder);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public static WebApplication Create(
        string folder, string[] settings, Action<WebApplicationBuilder>? configure = null) =>
        Program.CreateServer(
            ["--urls=http://127.0.0.1:0", $"--contentRoot={folder}", .. settings],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddFakeLogging();
                configure?.Invoke(builder);
            });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        ownFolder?.Dispose();
    }
}
