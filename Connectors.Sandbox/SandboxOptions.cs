using System.Text.Json.Serialization;
using Connector.Abstractions.Templates;
using Connectors.Sandbox.Numbers;
using Connectors.Sandbox.Receipts;

namespace Connectors.Sandbox;

/// <summary>The connector's configuration, as <c>schemas/sandbox.config.schema.json</c> describes it.</summary>
internal sealed class SandboxOptions
{
    /// <summary>Replaces the built-in templates. <see langword="null"/> keeps them.</summary>
    [JsonPropertyName("templates")]
    public IReadOnlyList<SmsTemplate>? Templates { get; set; }

    [JsonPropertyName("keepMessages")]
    public int KeepMessages { get; set; } = 1000;

    /// <summary>Numbers that behave in their own way; they win over the built-in test numbers.</summary>
    [JsonPropertyName("numbers")]
    public IReadOnlyList<NumberRule> Numbers { get; set; } = [];

    [JsonPropertyName("receipts")]
    public ReceiptOptions Receipts { get; set; } = new();
}
