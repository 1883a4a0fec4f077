namespace Connector.Abstractions;

/// <summary>
/// The entry type of an SMS connector plugin, named by <c>entryType</c> in its <c>connector.json</c>.
/// </summary>
/// <remarks>
/// The host creates one instance per plugin through its public parameterless constructor, which must do nothing but
/// assign fields: constructing and <see cref="CreateAsync"/> run under a deadline.
/// </remarks>
public interface ISmsConnectorPlugin
{
    /// <summary>Creates the connector for one configuration.</summary>
    /// <param name="context">
    /// The configuration, which the plugin's config schema and <see cref="IConnectorConfigValidator"/> have accepted,
    /// and the services that the host provides. They stay usable as long as the connector.
    /// </param>
    /// <param name="cancellationToken">Fires when the host's activation deadline has passed.</param>
    /// <returns>A ready connector. It belongs to the host, which disposes it.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken);
}
