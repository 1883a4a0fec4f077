using System.Diagnostics.CodeAnalysis;

namespace TwilioSimulator.Messages;

/// <summary>The newest messages, in a ring: what does not fit any more is forgotten, oldest first.</summary>
internal sealed class MessageStore(int capacity)
{
    private readonly Lock gate = new();
    private readonly int size = Math.Max(1, capacity);
    private readonly List<SimulatedMessage?> ring = [];
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private long next;

    public void Add(SimulatedMessage message)
    {
        lock (gate)
        {
            var slot = (int)(next % size);
            var stored = message with { Sequence = next++ };
            if (slot == ring.Count)
            {
                ring.Add(stored);
            }
            else
            {
                Forget(slot);
                ring[slot] = stored;
            }

            slots[stored.Sid] = slot;
        }
    }

    public bool TryGet(string sid, [NotNullWhen(true)] out SimulatedMessage? message)
    {
        lock (gate)
        {
            message = slots.TryGetValue(sid, out var slot) ? ring[slot] : null;
            return message is not null;
        }
    }

    /// <summary>Replaces a message by what <paramref name="change"/> makes of it.</summary>
    /// <returns>The new message; <see langword="null"/> when it is gone or nothing changed.</returns>
    public SimulatedMessage? Update(string sid, Func<SimulatedMessage, SimulatedMessage> change)
    {
        lock (gate)
        {
            if (!slots.TryGetValue(sid, out var slot) || ring[slot] is not { } old)
            {
                return null;
            }

            var changed = change(old);
            ring[slot] = changed;
            return ReferenceEquals(old, changed) ? null : changed;
        }
    }

    public bool Remove(string sid)
    {
        lock (gate)
        {
            if (!slots.Remove(sid, out var slot))
            {
                return false;
            }

            ring[slot] = null;
            return true;
        }
    }

    /// <summary>The newest messages first, those that match, at most so many.</summary>
    public List<SimulatedMessage> Newest(Func<SimulatedMessage, bool> matches, int skip, int take)
    {
        var found = new List<SimulatedMessage>();
        lock (gate)
        {
            for (var age = 1; age <= ring.Count && found.Count < take; age++)
            {
                if (ring[(int)((next - age) % size)] is { } message && matches(message) && skip-- <= 0)
                {
                    found.Add(message);
                }
            }
        }

        return found;
    }

    public void Clear()
    {
        lock (gate)
        {
            ring.Clear();
            slots.Clear();
            next = 0;
        }
    }

    private void Forget(int slot)
    {
        if (ring[slot] is { } old)
        {
            slots.Remove(old.Sid);
        }
    }
}
