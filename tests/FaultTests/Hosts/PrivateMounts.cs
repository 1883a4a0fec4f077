using System.Diagnostics;

namespace FaultTests.Hosts;

/// <summary>
/// Starts programs with mounts that only they see and that end with them, so that nothing stays behind on the machine.
/// </summary>
internal static class PrivateMounts
{
    private const string Tmpfs = """mount -t tmpfs -o size="$2" tmpfs "$1" && shift 2 && exec "$@" """;
    private const string ReadOnly =
        """mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@" """;

    /// <summary>Words before a program's that give it a small disk at an existing folder.</summary>
    public static string[] SmallDisk(string folder, string size) =>
        ["unshare", "--mount", "sh", "-c", Tmpfs, "sh", folder, size];

    /// <summary>Words before a program's that make a folder read-only for it, even when it runs as root.</summary>
    public static string[] ReadOnlyFolder(string folder) => ["unshare", "--mount", "sh", "-c", ReadOnly, "sh", folder];

    /// <summary>Ignores the test where mounting is not allowed; as root with <c>CI=true</c> it must be.</summary>
    public static void Require()
    {
        if (OperatingSystem.IsLinux() && IsAllowed())
        {
            return;
        }

        const string Reason = "Mounting is not allowed here: it needs Linux, root and the right to make a namespace.";
        if (Environment.IsPrivilegedProcess
            && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(Reason);
        }

        Assert.Ignore(Reason);
    }

    private static bool IsAllowed()
    {
        var folder = Directory.CreateTempSubdirectory("mount-");
        try
        {
            using var trial = Process.Start("unshare", [.. SmallDisk(folder.FullName, "1m").Skip(1), "true"]);
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        finally
        {
            folder.Delete();
        }
    }
}
