using Connector.Host.Api;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

/// <summary>Prints plugins.</summary>
internal static class PluginReport
{
    /// <summary>Describes a plugin where there is no server, so that nothing has an address.</summary>
    public static PluginResponse Describe(InstalledPlugin plugin) =>
        PluginResponse.From(plugin, language: null, plugins: null);

    /// <param name="output">Where to.</param>
    /// <param name="plugins">What was found.</param>
    /// <param name="nothing">What to say to a person when that is nothing.</param>
    public static void WriteList(CommandOutput output, IReadOnlyList<PluginResponse> plugins, string nothing)
    {
        if (output.IsJson)
        {
            output.WriteJson(plugins, ApiJson.Indented.IReadOnlyListPluginResponse);
            return;
        }

        if (plugins.Count == 0)
        {
            output.WriteLine(nothing);
            return;
        }

        output.WriteTable(["ID", "VERSION", "STATE", "NAME", "PATH"], plugins.Select(Row));
        foreach (var plugin in plugins)
        {
            WriteProblems(output, plugin);
        }
    }

    public static void WriteOne(CommandOutput output, PluginResponse plugin)
    {
        if (output.IsJson)
        {
            output.WriteJson(plugin, ApiJson.Indented.PluginResponse);
            return;
        }

        output.WriteFields(
            ("Id", plugin.Id),
            ("Version", plugin.Version),
            ("State", plugin.State.ToString()),
            ("Name", plugin.Name),
            ("Description", plugin.Description),
            ("Author", plugin.Author),
            ("Homepage", plugin.Homepage),
            ("License", plugin.License),
            ("Path", plugin.Path),
            ("Hash", plugin.Hash),
            ("Signed by", plugin.SignedBy));
        WriteProblems(output, plugin);
    }

    private static string[] Row(PluginResponse plugin) =>
    [
        plugin.Id ?? "-",
        plugin.Version ?? "-",
        plugin.State.ToString(),
        plugin.Name ?? "-",
        plugin.Path,
    ];

    private static void WriteProblems(CommandOutput output, PluginResponse plugin)
    {
        foreach (var problem in plugin.Problems)
        {
            output.WriteProblem(
                $"{plugin.Id ?? plugin.Path}: {problem.Severity} {problem.Code}", problem.Cause, problem.Fix);
        }
    }
}
