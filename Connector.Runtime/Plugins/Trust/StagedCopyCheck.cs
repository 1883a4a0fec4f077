namespace Connector.Runtime.Plugins;

/// <summary>
/// The data folder belongs to the host, but what lies there may have been changed since it was written, and it is the
/// very code that runs.
/// </summary>
internal static class StagedCopyCheck
{
    /// <summary>Reads the staged copy of a build.</summary>
    /// <param name="folder">The copy.</param>
    /// <param name="hash">The build's hash, as <see cref="InstalledPlugin.Hash"/>.</param>
    /// <returns>Its files; what is done with them is done with bytes that have that hash.</returns>
    /// <exception cref="PluginException">The copy can't be read, or isn't that build any more.</exception>
    public static PluginSnapshot Read(string folder, string hash)
    {
        try
        {
            var snapshot = FolderReader.Read(folder);
            return $"sha256:{snapshot.TreeHash}" == hash ? snapshot : throw Changed(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProblemKinds.StagedCopyModified.Thrown(
                $"The staged copy '{folder}' can't be read: {e.Message.TrimEnd('.')}.",
                "Let the host's user read its data folder; delete the copy if it is damaged.",
                e);
        }
    }

    private static PluginException Changed(string folder) => ProblemKinds.StagedCopyModified.Thrown(
        $"The staged copy '{folder}' isn't what the host wrote there.",
        "Find out who changed it. Then delete that folder; the host makes it anew from the drop.");
}
