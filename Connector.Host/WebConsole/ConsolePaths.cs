using Connector.Host.Documentation;
using Connector.Host.Security;

namespace Connector.Host.WebConsole;

/// <summary>Which addresses are the console's: all that are nobody else's.</summary>
internal static class ConsolePaths
{
    /// <summary>Forms, links and files of the console that are no pages.</summary>
    public const string Base = "/console";

    public const string SignIn = "/sign-in";

    private static readonly string[] Others = [ApiGate.Prefix, "/health", "/openapi", ReferencePage.Path, "/metrics"];

    public static bool Contains(PathString path) =>
        !Array.Exists(Others, other => path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase));
}
