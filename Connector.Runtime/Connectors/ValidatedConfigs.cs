using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Remembers across restarts which configurations a schema has accepted. NJsonSchema takes a fifth of a second to
/// start, more than the rest of the host, so an unchanged configuration is not validated again.
/// </summary>
internal sealed class ValidatedConfigs(IOptions<ConnectorRuntimeOptions> options)
{
    // Part of the remembered hash: a validator that judges otherwise must not trust its predecessor.
    private static readonly string Validator = typeof(NJsonSchema.JsonSchema).Assembly.FullName ?? "";

    /// <exception cref="PluginException">The plugin's own validator threw or hung.</exception>
    /// <exception cref="ConfigSchemaException">NJsonSchema can't use the schema.</exception>
    public async Task<ConfigCheck> CheckAsync(
        LoadedPlugin plugin, ConfigSchema schema, JsonElement config, CancellationToken cancellationToken)
    {
        var issues = CheckSchema(schema, config);
        return ConfigCheck.Of(issues.Concat(await plugin.ValidateAsync(config, cancellationToken)));
    }

    private IReadOnlyList<ConfigIssue> CheckSchema(ConfigSchema schema, JsonElement config)
    {
        var marker = MarkerPath(schema.Source, config);
        if (File.Exists(marker))
        {
            return [];
        }

        var issues = schema.Validate(config);
        if (issues.Count == 0)
        {
            TryRemember(marker);
        }

        return issues;
    }

    // Only the hash is stored: the configuration holds secrets.
    private string MarkerPath(string schema, JsonElement config)
    {
        var text = $"{Validator}\n{schema}\n{config.GetRawText()}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Path.Combine(options.Value.FullDataPath, "validated", hash);
    }

    private static void TryRemember(string marker)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(marker)!);
            File.WriteAllBytes(marker, []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Validated again at the next start; a data folder that can't be written is reported where it matters.
        }
    }
}
