using Connector.Abstractions.Capabilities;
using Connectors.Sandbox.Numbers;

namespace Connectors.Sandbox.Receipts;

/// <summary>Which receipts follow a message to a number.</summary>
internal static class ReceiptScript
{
    public static IReadOnlyList<SandboxReceipt> For(string id, NumberRule? rule) => rule?.Behaviour switch
    {
        NumberBehaviour.Undelivered => [Sent(id), Ending(id, DeliveryStatus.Undelivered, rule)],
        NumberBehaviour.Failed => [Ending(id, DeliveryStatus.Failed, rule)],
        NumberBehaviour.Disordered => [Delivered(id), Sent(id), Delivered(id)],
        _ => [Sent(id), Delivered(id)],
    };

    private static SandboxReceipt Sent(string id) => new() { Id = id, Status = DeliveryStatus.Sent };

    private static SandboxReceipt Delivered(string id) => new() { Id = id, Status = DeliveryStatus.Delivered };

    private static SandboxReceipt Ending(string id, DeliveryStatus status, NumberRule rule) =>
        new() { Id = id, Status = status, Reason = rule.Reason };
}
