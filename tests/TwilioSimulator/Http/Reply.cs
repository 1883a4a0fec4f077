using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TwilioSimulator.Http;

/// <summary>An answer before it is written.</summary>
internal sealed record Reply(int Status, byte[] Body, string? ContentType)
{
    public const string JsonType = "application/json";

    /// <summary>The message that the request stored, if it stored one.</summary>
    public string? MessageSid { get; init; }

    public ReplyDelivery Delivery { get; init; }

    public TimeSpan Delay { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Location { get; init; }

    public static Reply Empty(int status) => new(status, [], ContentType: null);

    public static Reply Text(int status, string contentType, string text) =>
        new(status, Encoding.UTF8.GetBytes(text), contentType);

    public static Reply Json<T>(int status, JsonTypeInfo<T> type, T value) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(value, type), JsonType);

    public override string ToString() => $"Reply {Status}";
}
