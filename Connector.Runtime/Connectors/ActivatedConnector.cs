namespace Connector.Runtime.Connectors;

/// <summary>A connector in the table: what is known of it, and what runs, if it does.</summary>
internal sealed record ActivatedConnector(ConnectorInfo Info, RunningConnector? Running)
{
    /// <summary>What it was activated from, secrets included; <see langword="null"/> when it wasn't.</summary>
    public ConnectorSettings? Settings { get; init; }

    public bool Is(string name, string source) =>
        Info.Source == source && Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Carries over what activating it anew on this host doesn't tell.</summary>
    /// <param name="anew">The same connector on another build of its plugin.</param>
    public ActivatedConnector Keep(ActivatedConnector anew)
    {
        if (Info.State == ConnectorState.Disabled)
        {
            return this with { Info = Info with { Config = anew.Info.Config } };
        }

        // A stored change that this host could not follow is still not followed.
        var problems = Running is not null && Info.Problems.Count > 0 && anew.Running is not null
            ? Info.Problems
            : anew.Info.Problems;
        return anew with { Info = anew.Info with { Revision = Info.Revision, Problems = problems } };
    }

    // A record prints every member; a configuration must never reach a log that way.
    public override string ToString() => Info.Name;
}
