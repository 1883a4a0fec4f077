using System.Text;
using System.Text.Json;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>What a receiver got, as bytes.</summary>
internal sealed record ReceivedEvent(string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public string Timestamp => Headers["webhook-timestamp"];

    public string Signatures => Headers["webhook-signature"];

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);

    public bool IsSignedWith(string secret, DateTimeOffset now) =>
        StandardWebhook.IsGenuine(secret, Id, Timestamp, Signatures, Body, now);
}
