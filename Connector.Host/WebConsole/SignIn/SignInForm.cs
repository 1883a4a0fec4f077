namespace Connector.Host.WebConsole;

/// <summary>The names in the sign-in form and in the address of its page.</summary>
internal static class SignInForm
{
    public const string Action = ConsolePaths.Base + "/sign-in";
    public const string SignOutAction = ConsolePaths.Base + "/sign-out";
    public const string Key = "key";
    public const string ReturnTo = "returnTo";

    /// <summary>Why the page is shown again.</summary>
    public const string Trouble = "trouble";

    public const string WrongKey = "key";
    public const string UsedLink = "link";
    public const string OldForm = "form";

    /// <summary>An address of this host only: a link must not lead elsewhere after signing in.</summary>
    public static string LocalOrHome(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/";
}
