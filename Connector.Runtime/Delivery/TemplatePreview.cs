using Connector.Abstractions.Templates;

namespace Connector.Runtime.Delivery;

/// <summary>What a template would send.</summary>
public sealed record TemplatePreview
{
    /// <summary>The text with its placeholders filled.</summary>
    public required string Text { get; init; }

    /// <summary>How it is coded and billed.</summary>
    public required SmsSegmentation Segmentation { get; init; }

    /// <summary>What its author may not expect.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
