using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsShowCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The plugin's id, such as twilio-sms." };

    private static readonly Option<bool> Schema = new("--schema")
    {
        Description = "Print the JSON Schema of the plugin's configuration.",
    };

    private static readonly Option<bool> Readme =
        new("--readme") { Description = "Print the plugin's guide, Markdown." };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "show",
            "Shows one plugin with everything that is wrong with it.",
            ["plugins show twilio-sms", "plugins show twilio-sms --schema"],
            RunAsync);
        command.Add(Id);
        command.Add(Schema);
        command.Add(Readme);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments.GetRequiredValue(Id);
        await using var engine = await run.StartEngineAsync(cancellationToken);
        if (engine.Get<PluginCatalog>().Find(id) is not { } plugin)
        {
            return CommandRun.Missing(
                $"There is no plugin {id}. \"connector-host plugins list\" shows what is installed.");
        }

        if (run.Arguments.GetValue(Schema))
        {
            return WritePart(run, plugin.ConfigSchemaJson, "config schema");
        }

        if (run.Arguments.GetValue(Readme))
        {
            return WritePart(run, plugin.Readme(acceptLanguage: null), "readme");
        }

        PluginReport.WriteOne(run.Output, PluginReport.Describe(plugin));
        return ExitCode.Ok;
    }

    private static int WritePart(CommandRun run, string? text, string part)
    {
        if (text is null)
        {
            return CommandRun.Missing($"The plugin has no usable {part}.");
        }

        run.Output.WriteLine(text);
        return ExitCode.Ok;
    }
}
