using Connector.Runtime.Connectors;
using Connector.Runtime.Tests.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Runtime.Tests.Embedding;

public sealed class FailedStartTests
{
    [Test]
    public void When_another_service_fails_to_start_the_engine_stops_its_work_and_is_disposed_once()
    {
        var root = Directory.CreateTempSubdirectory("failed-start-").FullName;
        PluginSandbox.CopyFolder("Obliging", Path.Combine(root, "plugins", "Obliging"));
        var host = CreateHost(root);

        Assert.That(() => host.StartAsync(CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(async () => await ((IAsyncDisposable)host).DisposeAsync(), Throws.Nothing);

        Directory.Delete(root, recursive: true);
    }

    [Test]
    public async Task Started_means_that_every_connector_serves_or_is_reported()
    {
        await using var host = await EmbeddedHost.StartAsync(
            """{ "ConnectorHost": { "Connectors": { "broken": { "Plugin": "ctor-throws" } } } }""", "CtorThrows");

        Assert.That(host.Get<ConnectorRegistry>().Find("broken")?.State, Is.EqualTo(ConnectorState.Failed));
    }

    private static IHost CreateHost(string root)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create("ConnectorHost:Connectors:good:Plugin", (string?)"obliging")]);
        builder.Services.AddConnectors(builder.Configuration.GetSection("ConnectorHost"));
        builder.Services.AddHostedService<FailingService>();
        return builder.Build();
    }

    private sealed class FailingService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("No.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
