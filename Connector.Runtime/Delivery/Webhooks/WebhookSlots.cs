namespace Connector.Runtime.Delivery;

/// <summary>
/// Shares this host's attempts out among the webhooks, so that one that hangs holds up nobody but itself. Thread-safe.
/// </summary>
internal sealed class WebhookSlots
{
    private const int Total = 64;
    private const int PerWebhook = 16;

    // One that failed is asked once at a time until it answers again.
    private const int PerFailing = 1;

    // Of what is free, a webhook gets a share only, so that there is always something left for the next.
    private const int Shares = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> failing = new(StringComparer.Ordinal);
    private int used;

    /// <summary>Those first that have fewest slots.</summary>
    public IReadOnlyList<string> Order(IReadOnlyList<string> webhooks)
    {
        lock (gate)
        {
            return [.. webhooks.OrderBy(TakenBy)];
        }
    }

    /// <summary>Takes slots for a webhook that has something to send.</summary>
    /// <returns>How many; 0 when it has to wait.</returns>
    public int Take(string webhook)
    {
        lock (gate)
        {
            var limit = failing.Contains(webhook) ? PerFailing : PerWebhook;
            var share = (Total - used + Shares - 1) / Shares;
            var count = Math.Max(0, Math.Min(limit - TakenBy(webhook), share));
            Add(webhook, count);
            return count;
        }
    }

    /// <summary>Gives slots back that were not needed.</summary>
    public void Return(string webhook, int count)
    {
        lock (gate)
        {
            Add(webhook, -count);
        }
    }

    /// <summary>Gives a slot back after an attempt.</summary>
    public void Return(string webhook, bool isDelivered)
    {
        lock (gate)
        {
            Add(webhook, -1);
            if (isDelivered)
            {
                failing.Remove(webhook);
            }
            else
            {
                failing.Add(webhook);
            }
        }
    }

    private int TakenBy(string webhook) => taken.GetValueOrDefault(webhook);

    private void Add(string webhook, int count)
    {
        used += count;
        var left = TakenBy(webhook) + count;
        if (left == 0)
        {
            taken.Remove(webhook);
        }
        else
        {
            taken[webhook] = left;
        }
    }
}
