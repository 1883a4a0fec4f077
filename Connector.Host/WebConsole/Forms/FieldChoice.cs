using System.Text.Json;

namespace Connector.Host.WebConsole;

/// <summary>One of the values that may be chosen.</summary>
/// <param name="Value">The value.</param>
/// <param name="Title">What a person calls it.</param>
public sealed record FieldChoice(JsonElement Value, string Title);
