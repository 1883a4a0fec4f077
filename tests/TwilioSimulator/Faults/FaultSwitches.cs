using TwilioSimulator.Messages;

namespace TwilioSimulator.Faults;

/// <summary>The switches that are set. Safe to use from several threads.</summary>
public sealed class FaultSwitches
{
    private readonly Lock gate = new();
    private readonly List<FaultSwitch> active = [];
    private readonly HashSet<string> firstSeen = new(StringComparer.Ordinal);
    private volatile bool hasAny;

    internal FaultSwitches()
    {
    }

    /// <summary>The switches that still hit requests, in the order they were set; counts are what is left.</summary>
    public IReadOnlyList<FaultSwitch> Active
    {
        get
        {
            lock (gate)
            {
                return [.. active];
            }
        }
    }

    /// <summary>Sets a switch. Of several that match a request, the one set first is used.</summary>
    /// <param name="fault">The switch.</param>
    /// <exception cref="ArgumentException">It has no kind, or its count is not positive.</exception>
    public void Set(FaultSwitch fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Kind is FaultKind.None || !Enum.IsDefined(fault.Kind) || fault.Count <= 0)
        {
            throw new ArgumentException("A switch needs a kind, and a count that is positive if given.", nameof(fault));
        }

        lock (gate)
        {
            active.Add(fault);
            hasAny = true;
        }
    }

    /// <summary>Makes the next create requests go wrong.</summary>
    /// <param name="kind">How they go wrong.</param>
    /// <param name="count">How many.</param>
    public void Next(FaultKind kind, int count = 1) => Set(new FaultSwitch(kind) { Count = count });

    /// <summary>Clears all switches, and forgets which magic recipients were used before.</summary>
    public void Clear()
    {
        lock (gate)
        {
            active.Clear();
            firstSeen.Clear();
            hasAny = false;
        }
    }

    internal FaultSwitch? Take(FaultOperation operation, string? to) =>
        (hasAny ? TakeSwitch(operation, to) : null) ?? TakeMagic(operation, to);

    private FaultSwitch? TakeSwitch(FaultOperation operation, string? to)
    {
        lock (gate)
        {
            var index = active.FindIndex(fault =>
                (fault.Operation == operation || fault.Operation is FaultOperation.Any)
                && (fault.To is null || fault.To == to));
            if (index < 0)
            {
                return null;
            }

            var found = active[index];
            if (found.Count is { } left)
            {
                CountDown(index, found, left - 1);
            }

            return found;
        }
    }

    private void CountDown(int index, FaultSwitch fault, int left)
    {
        if (left > 0)
        {
            active[index] = fault with { Count = left };
            return;
        }

        active.RemoveAt(index);
        hasAny = active.Count > 0;
    }

    private FaultSwitch? TakeMagic(FaultOperation operation, string? to)
    {
        if (operation is not FaultOperation.Create
            || to is null
            || MagicNumbers.Fault(to, out var onlyFirst) is not { } kind)
        {
            return null;
        }

        lock (gate)
        {
            return onlyFirst && !firstSeen.Add(to) ? null : new FaultSwitch(kind);
        }
    }
}
