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

    private const string PluginProjectOption = "--plugin-dev";

    /// <summary>The project of a plugin to build and reload while serving.</summary>
    public string? PluginProject { get; private init; }

    /// <summary>Whether to serve, which needs no command line parser.</summary>
    public bool IsServe => Command is [] or ["serve"];

    /// <exception cref="HostConfigurationException">An option that only serving has lacks its value.</exception>
    public static HostArguments Split(string[] arguments)
    {
        if (FindPluginProject(arguments) is not { } found)
        {
            return SplitPlain(arguments);
        }

        var rest = SplitPlain(found.Others);
        return rest.IsServe
            ? rest with { PluginProject = found.Project }
            : throw new HostConfigurationException($"{PluginProjectOption} goes with serve only.");
    }

    private static (string Project, string[] Others)? FindPluginProject(string[] arguments)
    {
        var at = Array.FindIndex(arguments, argument => argument.Split('=', 2)[0] == PluginProjectOption);
        if (at < 0)
        {
            return null;
        }

        var parts = arguments[at].Split('=', 2);
        var value = parts.Length == 2 ? parts[1] : arguments.ElementAtOrDefault(at + 1) ?? "";
        return value.Length == 0 || value.StartsWith('-')
            ? throw new HostConfigurationException($"{PluginProjectOption} needs the path of a plugin's project.")
            : (value, [.. arguments[..at], .. arguments[(at + 3 - parts.Length)..]]);
    }

    private static HostArguments SplitPlain(string[] arguments)
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
