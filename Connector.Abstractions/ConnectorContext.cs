using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Connector.Abstractions;

/// <summary>What the host gives a connector: its configuration and the services it may use.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ConnectorContext
{
    private static readonly JsonSerializerOptions ConfigOptions = new(JsonSerializerDefaults.Web);

    /// <summary>The connector's name in the host, such as <c>twilio</c>. Stable across restarts; safe to log.</summary>
    public required string ConnectorName { get; init; }

    /// <summary>
    /// The configuration: a JSON object that satisfies the plugin's config schema. Holds secrets in clear.
    /// </summary>
    public required JsonElement Config { get; init; }

    /// <summary>
    /// The client for all calls to the provider. The host pools its connections, bounds its time, traces it, and
    /// disposes it; it neither retries nor follows redirects. A connector must not change its properties.
    /// </summary>
    public required HttpClient HttpClient { get; init; }

    /// <summary>The connector's log. Never write phone numbers, message texts, codes or secrets to it.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>The clock; connectors don't read the system's.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>
    /// Absolute path of a folder of the connector's own, kept across restarts. It may not exist yet: a connector that
    /// stores something creates it.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>Binds <see cref="Config"/> to the author's type by reflection: camelCase, case-insensitive.</summary>
    /// <typeparam name="TConfig">The plugin's config type.</typeparam>
    /// <returns>A new instance.</returns>
    /// <exception cref="JsonException">The configuration doesn't fit <typeparamref name="TConfig"/>.</exception>
    [RequiresUnreferencedCode("Binds by reflection. Use the overload that takes a JsonTypeInfo in trimmed code.")]
    [RequiresDynamicCode("Binds by reflection. Use the overload that takes a JsonTypeInfo in native code.")]
    public TConfig GetConfig<TConfig>()
        where TConfig : class =>
        Bind(() => Config.Deserialize<TConfig>(ConfigOptions));

    /// <summary>
    /// Binds <see cref="Config"/> to the author's type by source-generated code, which starts faster and lets the
    /// plugin unload.
    /// </summary>
    /// <typeparam name="TConfig">The plugin's config type.</typeparam>
    /// <param name="typeInfo">From the plugin's <c>JsonSerializerContext</c>.</param>
    /// <returns>A new instance.</returns>
    /// <exception cref="JsonException">The configuration doesn't fit <typeparamref name="TConfig"/>.</exception>
    public TConfig GetConfig<TConfig>(JsonTypeInfo<TConfig> typeInfo)
        where TConfig : class =>
        Bind(() => Config.Deserialize(typeInfo));

    // A constructor of the author's type may refuse what the JSON lacks.
    private static TConfig Bind<TConfig>(Func<TConfig?> deserialize)
        where TConfig : class
    {
        try
        {
            return deserialize() ?? throw new JsonException("The connector's configuration is null.");
        }
        catch (ArgumentException error)
        {
            throw new JsonException($"The connector's configuration lacks or misstates {error.ParamName}.", error);
        }
    }
}
