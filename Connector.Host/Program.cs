using Connector.Host.Api;
using Connector.Host.Commands;
using Connector.Host.Configuration;
using Connector.Host.Development;
using Connector.Host.Documentation;
using Connector.Host.Security;
using Connector.Host.Startup;
using Connector.Host.WebConsole;
using Connector.Runtime.Isolation;
using Connector.Runtime.Plugins;

namespace Connector.Host;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (args is [WorkerProgram.Verb, var socket])
        {
            return ErrorReport.GuardAsync(() => WorkAsync(socket));
        }

        return ErrorReport.GuardAsync(() =>
        {
            var arguments = HostArguments.Split(args);
            return arguments.IsServe ? ServeAsync(arguments) : CommandLine.RunAsync(arguments);
        });
    }

    /// <summary>Builds the server; nothing has started yet.</summary>
    /// <param name="settings">Settings from the command line.</param>
    /// <param name="configure">Has the last word on services.</param>
    internal static WebApplication CreateServer(string[] settings, Action<WebApplicationBuilder>? configure = null)
    {
        var place = HostPlace.From(settings);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "connector-host",
            ContentRootPath = place.ContentRoot,
            EnvironmentName = place.Environment,
            WebRootPath = ConsoleAssets.WebRoot,
        });
        builder.AddEngine(place, settings);
        builder.AddServer();
        builder.UseConsoleAssets();
        builder.Services
            .AddApiKeys(builder.Configuration)
            .AddApiKeyAuthentication()
            .AddApi()
            .AddOpenApiDocument()
            .AddConsole();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.ValidateSettings();
        app.UseProblems();
        app.UseRoutingWithConsole();
        app.UseApiKeys();
        app.UseMiddleware<StartGate>();
        app.UseConsole();
        app.MapApi();
        app.MapOpenApiDocument();
        app.MapReferencePage();
        return app;
    }

    // Not a command for people: the host starts it, with a socket that it listens to.
    private static async Task<int> WorkAsync(string socket)
    {
        await ConnectorWorker.RunAsync(socket);
        return ExitCode.Ok;
    }

    private static async Task<int> ServeAsync(HostArguments arguments)
    {
        UnhandledPluginExceptions.Survive();
        await using var app = CreateServer(arguments.Settings, builder =>
        {
            if (arguments.PluginProject is { } project)
            {
                builder.AddPluginDevelopment(project, Console.Out);
            }
        });
        await app.StartAsync();
        Banner.Write(app, Console.Out);
        await app.WaitForShutdownAsync();
        return ExitCode.Ok;
    }
}
