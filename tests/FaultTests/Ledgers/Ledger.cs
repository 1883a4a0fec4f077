using System.Collections.Concurrent;
using TwilioSimulator.Messages;

namespace FaultTests.Ledgers;

/// <summary>Knows what clients ordered and what the provider got, whatever the hosts believe. Thread-safe.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Order> orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> received = new(StringComparer.Ordinal);
    private int last;

    public int Accepted => orders.Values.Count(order => order.MessageId is not null);

    public int Received => received.Count;

    /// <summary>Orders with a key to which no host has said yes.</summary>
    public IReadOnlyList<Order> ToAskAgain =>
        [.. orders.Values.Where(order => order is { MessageId: null, Key: not null })];

    public Order NewOrder(bool hasKey)
    {
        var order = new Order(Interlocked.Increment(ref last), hasKey);
        orders[order.Code] = order;
        return order;
    }

    /// <summary>The provider has got a message.</summary>
    public void Receive(SimulatedMessage message) =>
        received.AddOrUpdate(message.Body.Split(' ')[^1], 1, (_, count) => count + 1);

    /// <param name="client">A host that can be asked about the messages that need it.</param>
    public async Task<Counts> CountAsync(HttpClient client)
    {
        var accepted = orders.Values.Where(order => order.MessageId is not null).ToList();
        var statuses = new List<string>();
        foreach (var missing in accepted.Where(order => !received.ContainsKey(order.Code)))
        {
            statuses.Add((await client.ReadMessageAsync(missing.MessageId!)).Status);
        }

        var doubled = received.Where(one => one.Value > 1).Select(one => orders[one.Key]).ToList();
        var honest = statuses.Count(status => status is "refused" or "expired" or "canceled" or "failed");
        var unknown = statuses.Count(status => status is "unknown");
        return new Counts
        {
            Accepted = accepted.Count,
            Sent = accepted.Count - statuses.Count,
            NotSent = honest,
            Unknown = unknown,
            Lost = statuses.Count - honest - unknown,
            Doubled = doubled.Count,
            DoubledUnknown = await CountUnknownAsync(client, doubled),
            Unacknowledged = received.Keys.Count(code => orders[code].MessageId is null),
        };
    }

    // Two messages for one order are never excused.
    private static async Task<int> CountUnknownAsync(HttpClient client, List<Order> doubled)
    {
        var count = 0;
        foreach (var order in doubled)
        {
            var ids = await client.ListAsync($"to={Uri.EscapeDataString(order.To)}");
            if (ids is [var id] && (await client.ReadMessageAsync(id)).Outcomes.Contains("unknown"))
            {
                count++;
            }
        }

        return count;
    }
}
