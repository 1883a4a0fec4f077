using System.Text.Json;

namespace Connector.Abstractions;

/// <summary>
/// Checks of a configuration that JSON Schema can't express. The plugin's entry type may implement it.
/// </summary>
public interface IConnectorConfigValidator
{
    /// <summary>Finds everything that is wrong, or doubtful, with a configuration.</summary>
    /// <param name="config">
    /// The configuration as a JSON object. The schema may have found faults in it already, so any member may be missing
    /// or of another type; such members are passed over here, for the schema has reported them.
    /// </param>
    /// <returns>All issues at once; empty when there are none.</returns>
    IReadOnlyList<ConfigIssue> Validate(JsonElement config);
}
