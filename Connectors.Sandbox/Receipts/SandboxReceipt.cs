using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Receipts;

/// <summary>The body of a delivery receipt, as the sandbox posts and reads it.</summary>
internal sealed class SandboxReceipt
{
    /// <summary>The id in the inbox.</summary>
    public required string Id { get; init; }

    public required DeliveryStatus Status { get; init; }

    public RefusalReason? Reason { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SandboxJsonContext.Default.SandboxReceipt);

    /// <returns><see langword="null"/> for what is no receipt.</returns>
    public static SandboxReceipt? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SandboxJsonContext.Default.SandboxReceipt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public DeliveryReceipt ToDeliveryReceipt() => new(Id, Status)
    {
        Reason = Reason,
        ProviderCode = Reason is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : null,
    };
}
