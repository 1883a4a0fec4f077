using System.Text.Json.Serialization.Metadata;
using Connector.Testing.Providers;

namespace Connector.Testing;

/// <summary>What the checks must know about a connector.</summary>
public sealed class ConnectorUnderTest
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>
    /// Writes a complete, faultless configuration as JSON for a provider at an address such as
    /// <c>http://127.0.0.1:40123</c>. Its secrets should look like real ones, so that the checks can look for them.
    /// </summary>
    public required Func<string, string> Config { get; init; }

    /// <summary>What the provider answers when it takes a message, as recorded or from its documentation.</summary>
    /// <value>
    /// <see langword="null"/> for a connector that calls no provider, such as a sandbox; checks of the wire don't
    /// apply.
    /// </value>
    public ProviderReply? Accepts { get; init; }

    /// <summary>
    /// The JSON description of the connector's config type, to compare with its schema: from the plugin's
    /// <c>JsonSerializerContext</c>, or <c>JsonSerializerOptions.Web.GetTypeInfo(typeof(AcmeOptions))</c>.
    /// </summary>
    /// <value>
    /// <see langword="null"/> fails the check: a connector that reads its configuration by hand waives it.
    /// </value>
    public JsonTypeInfo? ConfigType { get; init; }

    /// <summary>
    /// Whether the provider says by the HTTP status alone that it took a message, so that any body is a good answer.
    /// </summary>
    /// <value><see langword="false"/>: success with an unreadable body must be an unknown outcome.</value>
    public bool AcceptsAnyBody { get; init; }

    /// <summary>Checks that don't hold for this connector, by name, each with the reason.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> Waived { get; init; } = Nothing;

    /// <summary>How long to wait for the connector before a call counts as hanging.</summary>
    /// <value>10 seconds; raise it for machines under heavy load.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
