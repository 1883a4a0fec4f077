namespace Connector.Runtime.Plugins;

/// <summary>How the lock file compares with what is installed.</summary>
/// <param name="Exists">Whether there is a lock file.</param>
/// <param name="Named">The ids that it names, sorted.</param>
/// <param name="Missing">Those of them that are not installed.</param>
/// <param name="Different">Those of them that are installed in another build, beside what comes with the host.</param>
public sealed record PluginLockComparison(
    bool Exists, IReadOnlyList<string> Named, IReadOnlyList<string> Missing, IReadOnlyList<string> Different);
