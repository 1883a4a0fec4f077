namespace Connector.Runtime.Plugins;

/// <summary>Tells which changes of the plugin folder are over. Each drop settles by itself.</summary>
internal sealed class SettlingDrops(WatchPace pace, TimeProvider timeProvider)
{
    private static readonly Dictionary<string, string> None = [];

    private readonly Dictionary<string, (string? Stamp, long Since)> moving = new(StringComparer.Ordinal);

    /// <summary>The drops as they were when they last held still, by path.</summary>
    public IReadOnlyDictionary<string, string> Settled { get; private set; } = None;

    /// <summary>Whether a change is under way.</summary>
    public bool IsMoving => moving.Count > 0;

    /// <summary>Begins with drops that have been read already.</summary>
    /// <param name="stamps">Their stamps from before they were read.</param>
    public void Begin(IReadOnlyDictionary<string, string> stamps)
    {
        Settled = stamps;
        moving.Clear();
    }

    /// <summary>Takes in how the drops are now.</summary>
    /// <param name="stamps">By path.</param>
    /// <returns>Whether <see cref="Settled"/> has changed.</returns>
    public bool Observe(IReadOnlyDictionary<string, string> stamps)
    {
        var settled = new Dictionary<string, string>(Settled, StringComparer.Ordinal);
        var hasChanged = false;
        foreach (var path in stamps.Keys.Union(Settled.Keys).ToList())
        {
            var stamp = stamps.GetValueOrDefault(path);
            if (stamp == Settled.GetValueOrDefault(path))
            {
                moving.Remove(path);
            }
            else if (HasSettled(path, stamp))
            {
                moving.Remove(path);
                Settle(settled, path, stamp);
                hasChanged = true;
            }
        }

        ForgetOthers(stamps);
        Settled = settled;
        return hasChanged;
    }

    private static void Settle(Dictionary<string, string> settled, string path, string? stamp)
    {
        if (stamp is null)
        {
            settled.Remove(path);
        }
        else
        {
            settled[path] = stamp;
        }
    }

    private bool HasSettled(string path, string? stamp)
    {
        if (!moving.TryGetValue(path, out var seen) || seen.Stamp != stamp)
        {
            moving[path] = seen = (stamp, timeProvider.GetTimestamp());
        }

        return timeProvider.GetElapsedTime(seen.Since) >= (stamp is null ? pace.Removal : pace.Settle);
    }

    // Came and went before it had settled.
    private void ForgetOthers(IReadOnlyDictionary<string, string> stamps)
    {
        bool IsOver(string path) => !stamps.ContainsKey(path) && !Settled.ContainsKey(path);
        foreach (var path in moving.Keys.Where(IsOver).ToList())
        {
            moving.Remove(path);
        }
    }
}
