using System.Text;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>Settings as they arrive: from files, and from strings such as environment variables.</summary>
internal static class Settings
{
    public static IConfigurationSection FromJson(params string[] files)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        }

        return builder.Build().GetSection("ConnectorHost");
    }

    /// <summary>One file, and strings that override it.</summary>
    public static IConfigurationSection FromJsonWith(string file, params (string Key, string? Value)[] variables) =>
        new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(file)))
            .AddInMemoryCollection(
                variables.Select(pair => KeyValuePair.Create($"ConnectorHost:{pair.Key}", pair.Value)))
            .Build()
            .GetSection("ConnectorHost");
}
