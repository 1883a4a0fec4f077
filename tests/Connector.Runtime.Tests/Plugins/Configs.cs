using System.Text.Json;
using Connector.Abstractions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Configurations for the test plugin that does what its mood says.</summary>
internal static class Configs
{
    public const string Token = "s3cr3t-t0k3n";

    public static JsonElement Mood(string mood) => JsonSerializer.SerializeToElement(new { mood, token = Token });

    public static ConnectorContext Context(string mood) => new()
    {
        ConnectorName = "test",
        Config = Mood(mood),
        HttpClient = new HttpClient(),
        Logger = NullLogger.Instance,
        TimeProvider = TimeProvider.System,
        DataDirectory = Path.GetTempPath(),
    };
}
