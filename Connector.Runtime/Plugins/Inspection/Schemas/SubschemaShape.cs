namespace Connector.Runtime.Plugins;

/// <summary>How a keyword of JSON Schema holds further schemas.</summary>
internal enum SubschemaShape
{
    None,
    One,
    List,
    Map,
}
