namespace Connector.Host.Configuration;

/// <summary>
/// The command line, split into settings (<c>--urls=…</c>, <c>--ConnectorHost:DataPath=…</c>) and the rest.
/// </summary>
/// <param name="Settings">
/// Arguments that the configuration reads, in ASP.NET Core's form, for every command alike.
/// </param>
/// <param name="Command">The command, its arguments and its options.</param>
internal sealed record HostArguments(string[] Settings, string[] Command)
{
    private static readonly string[] PlainSettings = ["--urls", "--contentRoot", "--environment"];

    /// <summary>Whether to serve, which needs no command line parser.</summary>
    public bool IsServe => Command is [] or ["serve"];

    public static HostArguments Split(string[] arguments)
    {
        var settings = new List<string>();
        var command = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (!IsSetting(argument))
            {
                command.Add(argument);
                continue;
            }

            settings.Add(argument);
            if (!argument.Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Length)
            {
                settings.Add(arguments[++i]);
            }
        }

        return new HostArguments([.. settings], [.. command]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument.Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal)
            || PlainSettings.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
