namespace Connector.Host.Commands;

/// <summary>The exit codes, as <c>docs/cli.md</c> promises them.</summary>
internal static class ExitCode
{
    /// <summary>Done, and the answer is good.</summary>
    public const int Ok = 0;

    /// <summary>Done, and the answer is bad: refused, invalid, not found.</summary>
    public const int Negative = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The host's settings can't be used.</summary>
    public const int Configuration = 3;

    /// <summary>The host could not start or go on, such as when its port is taken.</summary>
    public const int Failure = 4;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Canceled = 130;
}
