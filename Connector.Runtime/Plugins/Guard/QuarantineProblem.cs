namespace Connector.Runtime.Plugins;

/// <summary>Words a quarantine for an operator.</summary>
internal static class QuarantineProblem
{
    public static PluginProblem Of(string plugin, Quarantine quarantine) =>
        quarantine.Kind.Because(quarantine.Cause, Fix(plugin));

    public static string Fix(string plugin) =>
        "Report it to the plugin's author, with the host's log. When it is mended, "
        + $"POST /api/v1/plugins/{plugin}/release; a restart of the host also ends calls that hang.";
}
