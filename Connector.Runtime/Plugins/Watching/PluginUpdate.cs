namespace Connector.Runtime.Plugins;

/// <summary>A drop over a build that serves.</summary>
/// <param name="Serving">What serves.</param>
/// <param name="Candidate">What lies in the folder now, usable or not.</param>
internal sealed record PluginUpdate(InstalledPlugin Serving, InstalledPlugin Candidate)
{
    public string Id => Serving.Id!;
}
