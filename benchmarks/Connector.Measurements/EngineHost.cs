using System.Text.Json;
using Connector.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements;

/// <summary>The engine in a bare generic host, as an application embeds it.</summary>
internal static class EngineHost
{
    /// <param name="settings">The engine's settings, in the form of the section <c>ConnectorHost</c>.</param>
    /// <param name="configure">Changes what the settings say.</param>
    public static IHost Create(object settings, Action<ConnectorRuntimeOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var json = JsonSerializer.SerializeToUtf8Bytes(settings);
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).Build();
        builder.Services.AddConnectors(configuration, configure);
        return builder.Build();
    }
}
