namespace Connector.Runtime.Delivery;

/// <summary>
/// Tells which hosts have died: those whose beat stood still for the time-out while this host could see it. Counts on
/// no clock but this host's own, so neither a clock that jumps nor clocks that differ can kill a host that lives.
/// </summary>
internal sealed class DeadHosts(TimeSpan timeout, TimeProvider timeProvider)
{
    private readonly Dictionary<long, (long Beat, long Since)> seen = [];

    /// <param name="beats">Every host that something in the database belongs to; -1 for one that never beat.</param>
    /// <returns>Those that have died.</returns>
    public IReadOnlyList<long> Look(IReadOnlyDictionary<long, long> beats)
    {
        foreach (var gone in seen.Keys.Except(beats.Keys).ToList())
        {
            seen.Remove(gone);
        }

        var dead = new List<long>();
        foreach (var (host, beat) in beats)
        {
            if (!seen.TryGetValue(host, out var before) || before.Beat != beat)
            {
                seen[host] = (beat, timeProvider.GetTimestamp());
            }
            else if (timeProvider.GetElapsedTime(before.Since) >= timeout)
            {
                dead.Add(host);
            }
        }

        return dead;
    }

    /// <summary>Begins to watch anew: while the database could not be read, nobody could beat.</summary>
    public void Forget() => seen.Clear();
}
