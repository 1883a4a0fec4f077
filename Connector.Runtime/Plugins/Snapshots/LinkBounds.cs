namespace Connector.Runtime.Plugins;

/// <summary>
/// Keeps the links inside a dropped folder from leading out of it: a plugin is what lies in its folder, and a build
/// must not bring files of this machine into itself. That the folder itself is a link is the operator's business.
/// </summary>
internal sealed class LinkBounds(string folder)
{
    private readonly Lazy<string> root = new(() => RealPath.Of(folder));

    /// <summary>Lets an entry pass that isn't a link, or leads to something in the folder.</summary>
    /// <param name="entry">An entry of the folder, at any depth.</param>
    /// <exception cref="PluginException">It leads out of the folder.</exception>
    /// <exception cref="IOException">It leads in circles.</exception>
    public void Check(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not { } target)
        {
            return;
        }

        var real = RealPath.Of(entry.FullName);
        if (real != root.Value && !real.StartsWith(root.Value + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw ProblemKinds.LinkEscapes.Thrown(
                $"'{entry.FullName}' is a link to '{target}', outside the plugin's folder.",
                "Put the file itself there, or link the whole folder.");
        }
    }
}
