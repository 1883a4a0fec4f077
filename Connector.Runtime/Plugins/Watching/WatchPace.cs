namespace Connector.Runtime.Plugins;

/// <summary>How soon a change in the plugin folder counts.</summary>
internal sealed record WatchPace
{
    /// <summary>For what no signal tells: network shares, the targets of links.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a drop must not have changed. A copy that pauses longer is read again later.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a drop must be gone. Who deletes the old files and copies the new ones may take a moment in between.
    /// </summary>
    public TimeSpan Removal { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait between looks whether a replaced build has been unloaded.</summary>
    public TimeSpan Unload { get; init; } = TimeSpan.FromSeconds(1);
}
