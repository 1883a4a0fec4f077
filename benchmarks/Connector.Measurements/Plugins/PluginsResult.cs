namespace Connector.Measurements.Plugins;

/// <summary>One start of the engine.</summary>
internal sealed record PluginsResult(
    double Milliseconds, double CpuMilliseconds, double ManagedMegabytes, double WorkingSetMegabytes);
