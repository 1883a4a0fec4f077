namespace Connector.Abstractions.Capabilities;

/// <summary>Shows the text that a send would carry. A connector that writes the text itself implements it.</summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface IMessagePreview
{
    /// <summary>Writes the text without sending it.</summary>
    /// <param name="usageType">Why the message would be sent.</param>
    /// <param name="payload">What the template may show.</param>
    /// <returns>The text, or <see langword="null"/> when the connector has no template for it.</returns>
    string? Preview(UsageType usageType, SmsPayload payload);
}
