using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Inbox;

/// <summary>One line of the inbox file.</summary>
internal sealed class StoredMessage
{
    public required string Id { get; init; }

    /// <summary>The host's id of the message, the same on every attempt.</summary>
    public string? MessageId { get; init; }

    public required string To { get; init; }

    public required UsageType UsageType { get; init; }

    public required string Text { get; init; }

    public string? Code { get; init; }

    public string? Locale { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SandboxJsonContext.Default.StoredMessage);

    /// <summary>Reads a line, or returns <see langword="null"/> for one that a crash left unfinished.</summary>
    public static StoredMessage? Read(string line)
    {
        try
        {
            var message = JsonSerializer.Deserialize(line, SandboxJsonContext.Default.StoredMessage);
            return PhoneNumber.TryParse(message?.To, out _) ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public InboxMessage ToInboxMessage() => new()
    {
        Id = Id,
        To = PhoneNumber.Parse(To),
        UsageType = UsageType,
        Text = Text,
        Code = Code,
        Locale = Locale,
        ReceivedAt = ReceivedAt,
    };
}
