using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>What a message says and to whom, as it is sealed into the database.</summary>
internal sealed class MessageContent
{
    public required string To { get; init; }

    public string? Code { get; init; }

    public string? Link { get; init; }

    public string? Locale { get; init; }

    public string? UiLocales { get; init; }

    public string? ClientIp { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    [JsonIgnore]
    public PhoneNumber Phone => PhoneNumber.Parse(To);

    public static byte[] Serialize(PhoneNumber to, SmsPayload payload) => JsonSerializer.SerializeToUtf8Bytes(
        new MessageContent
        {
            To = to.E164,
            Code = payload.Code,
            Link = payload.Link,
            Locale = payload.Locale,
            UiLocales = payload.UiLocales,
            ClientIp = payload.ClientIp?.ToString(),
            Variables = payload.Variables.Count == 0 ? null : payload.Variables,
        },
        MessageJsonContext.Default.MessageContent);

    /// <exception cref="JsonException">It is none.</exception>
    public static MessageContent Deserialize(byte[] json) =>
        JsonSerializer.Deserialize(json, MessageJsonContext.Default.MessageContent)
        ?? throw new JsonException("The content is null.");

    public SmsPayload ToPayload(SmsDelivery delivery) => new()
    {
        Code = Code,
        Link = Link,
        Locale = Locale,
        UiLocales = UiLocales,
        ClientIp = ClientIp is null ? null : IPAddress.Parse(ClientIp),
        Variables = Variables ?? new Dictionary<string, JsonElement>(),
        Delivery = delivery,
    };

    // A record would print the number and the code.
    public override string ToString() => nameof(MessageContent);
}
