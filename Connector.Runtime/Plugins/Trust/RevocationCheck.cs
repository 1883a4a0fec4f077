namespace Connector.Runtime.Plugins;

/// <summary>Refuses what the operator's revocation list names.</summary>
internal sealed class RevocationCheck(OperatorFile<Revocations> file)
{
    public FileStamp Stamp => file.Stamp;

    public PluginProblem? FindObjection(InstalledPlugin plugin)
    {
        if (file.Read(out var why) is not { } list)
        {
            // Nobody knows what it would have revoked.
            return ProblemKinds.RevocationsInvalid.Because(
                $"The revocation list '{file.Path}' can't be read: {why}.",
                "Mend or restore it. If you have none, remove the file.");
        }

        return list.Find(plugin) is { } revocation ? Objection(plugin, revocation) : null;
    }

    private PluginProblem Objection(InstalledPlugin plugin, Revocation revocation)
    {
        var more = revocation.Link is null ? "" : $" {revocation.Link} tells more.";
        return ProblemKinds.Revoked.Because(
            $"'{plugin.Path}' is {plugin.Id} {plugin.Version}, which '{file.Path}' revokes: "
            + $"{revocation.Reason.TrimEnd('.')}.",
            $"Remove it, or drop a version that isn't revoked.{more}");
    }
}
