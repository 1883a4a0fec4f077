using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Configurations that somebody is editing. What they don't touch of a stored connector's secrets reads
/// <c>••••</c>, and counts as what is stored. Thread-safe.
/// </summary>
public sealed class ConnectorDrafts
{
    private readonly ConnectorStore store;
    private readonly PluginCatalog catalog;
    private readonly ConfigChecker checker;
    private readonly TestSender sender;

    internal ConnectorDrafts(ConnectorStore store, PluginCatalog catalog, ConfigChecker checker, TestSender sender)
    {
        this.store = store;
        this.catalog = catalog;
        this.checker = checker;
        this.sender = sender;
    }

    /// <summary>Finds all issues of an edited configuration.</summary>
    /// <param name="name">The stored connector.</param>
    /// <param name="pluginId">Its plugin, whose code runs.</param>
    /// <param name="config">The configuration as edited.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>Errors and warnings.</returns>
    /// <exception cref="ConnectorRequestException">The plugin can't be used, or the secrets can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConfigCheck> CheckAsync(
        string name, string pluginId, JsonElement config, CancellationToken cancellationToken)
    {
        var (whole, missing) = await CompleteAsync(name, pluginId, config, cancellationToken);
        var check = await checker.CheckAsync(pluginId, whole, cancellationToken);
        return check with { Errors = [.. missing, .. check.Errors] };
    }

    /// <summary>Sends a test message with an edited configuration, without saving it.</summary>
    /// <param name="name">The stored connector.</param>
    /// <param name="pluginId">Its plugin.</param>
    /// <param name="config">The configuration as edited.</param>
    /// <param name="request">Whom to send what.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; a message may have left all the same.
    /// </param>
    /// <returns>What became of the message.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The plugin can't be used, or the number or configuration is wrong. Nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<TestSendResult> TestAsync(
        string name, string pluginId, JsonElement config, TestSendRequest request, CancellationToken cancellationToken)
    {
        var (whole, missing) = await CompleteAsync(name, pluginId, config, cancellationToken);
        return missing.Count > 0
            ? throw PluginRequests.ConfigInvalid(missing)
            : await sender.TestPluginAsync(pluginId, whole, request, cancellationToken);
    }

    /// <summary>Hides the secrets of a configuration, also those that have just been typed.</summary>
    /// <param name="pluginId">The plugin whose schema tells what is secret.</param>
    /// <param name="config">The configuration.</param>
    /// <returns>
    /// The configuration; each secret that is set reads <c>••••</c>. Nothing of it without a schema.
    /// </returns>
    public JsonElement Hide(string pluginId, JsonElement config)
    {
        try
        {
            return SchemaOf(pluginId) is { } schema ? schema.Redact(config) : JsonElement.Parse("{}");
        }
        catch (ConfigSchemaException)
        {
            return JsonElement.Parse("{}");
        }
    }

    // Sent as it is, a mask that stands for nothing would be taken for the secret.
    private async Task<(JsonElement Config, IReadOnlyList<ConfigIssue> Missing)> CompleteAsync(
        string name, string pluginId, JsonElement config, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(name, cancellationToken);
        try
        {
            var before = stored?.Shown.Plugin == pluginId ? stored.Open().Config : default;
            return SchemaOf(pluginId) is { } schema ? schema.KeepSecrets(config, before) : (config, []);
        }
        catch (ConfigSchemaException error)
        {
            throw PluginRequests.Unusable(pluginId, PluginRequests.SchemaUnusable(error.Message));
        }
    }

    private ConfigSchema? SchemaOf(string pluginId) =>
        catalog.Find(pluginId)?.ConfigSchemaJson is { } json ? ConfigSchema.Parse(json) : null;
}
