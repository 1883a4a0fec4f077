using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Requests;

/// <summary>A header of each request.</summary>
internal sealed class HeaderEntry
{
    [JsonPropertyName("name")]
    public required string Name { get; set; }

    /// <summary>With placeholders.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; set; }

    // The value may be a secret by mistake.
    public override string ToString() => $"{nameof(HeaderEntry)} {Name}";
}
