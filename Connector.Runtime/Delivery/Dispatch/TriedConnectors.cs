namespace Connector.Runtime.Delivery;

/// <summary>
/// The connectors that have refused a message: for good, or for now. Written as names separated by commas, those for
/// good with an exclamation mark.
/// </summary>
internal sealed class TriedConnectors
{
    private readonly HashSet<string> forGood = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> forNow = new(StringComparer.OrdinalIgnoreCase);

    public TriedConnectors(string written)
    {
        foreach (var name in written.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = name[^1] == '!' ? forGood.Add(name[..^1]) : forNow.Add(name);
        }
    }

    public IReadOnlyCollection<string> All => [.. forGood, .. forNow];

    public IReadOnlyCollection<string> ForNow => forNow;

    public void AddForGood(string connector)
    {
        forNow.Remove(connector);
        forGood.Add(connector);
    }

    public void AddForNow(string connector)
    {
        if (!forGood.Contains(connector))
        {
            forNow.Add(connector);
        }
    }

    /// <summary>Begins another round: those that refused for now may be asked again.</summary>
    public void ForgetThoseForNow() => forNow.Clear();

    public string Write() => string.Join(',', forGood.Select(name => $"{name}!").Concat(forNow));
}
