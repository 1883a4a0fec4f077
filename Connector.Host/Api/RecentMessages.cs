using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>
/// The last messages of this process, so that the address given for a message can be read. Thread-safe.
/// </summary>
/// <remarks>Forgotten when the host stops.</remarks>
internal sealed class RecentMessages
{
    public const int Capacity = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, MessageResult> byId = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public void Add(MessageResult message)
    {
        lock (gate)
        {
            byId[message.Id] = message;
            order.Enqueue(message.Id);
            if (order.Count > Capacity)
            {
                byId.Remove(order.Dequeue());
            }
        }
    }

    public MessageResult? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }
}
