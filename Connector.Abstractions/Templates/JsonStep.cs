using System.Text.Json;

namespace Connector.Abstractions.Templates;

/// <summary>Where a path ended: at an element, or at the length of an array.</summary>
internal readonly record struct JsonStep(JsonElement Element, int? ArrayLength);
