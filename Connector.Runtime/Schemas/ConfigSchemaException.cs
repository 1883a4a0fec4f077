namespace Connector.Runtime.Schemas;

/// <summary>A config schema is not a JSON Schema that the validator can use.</summary>
internal sealed class ConfigSchemaException(string message, Exception? inner = null) : Exception(message, inner);
