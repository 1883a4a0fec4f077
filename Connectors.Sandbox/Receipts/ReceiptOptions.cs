using System.Text.Json.Serialization;

namespace Connectors.Sandbox.Receipts;

/// <summary>Whether and when delivery receipts follow a message.</summary>
internal sealed class ReceiptOptions
{
    [JsonPropertyName("enabled")]
    public bool Enabled { get; set; } = true;

    /// <summary>How long before each receipt.</summary>
    [JsonPropertyName("delay")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);
}
