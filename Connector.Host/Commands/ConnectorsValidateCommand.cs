using System.CommandLine;
using System.Text.Json;
using Connector.Host.Api;
using Connector.Host.Configuration;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

internal static class ConnectorsValidateCommand
{
    private static readonly Argument<string?> ConnectorName = new("name")
    {
        Description = "The connector to check; all when missing.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Plugin =
        new("--plugin") { Description = "Check a file for this plugin instead." };

    private static readonly Option<FileInfo?> ConfigFile = new("--file")
    {
        Description = "The file with the configuration, JSON; with --plugin.",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "validate",
            "Checks configurations against the plugins' schemas and rules; all errors at once. Sends nothing.",
            [
                "connectors validate",
                "connectors validate twilio",
                "connectors validate --plugin twilio-sms --file twilio.json",
            ],
            RunAsync);
        command.Add(ConnectorName);
        command.Add(Plugin);
        command.Add(ConfigFile);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Plugin) is null != result.GetValue(ConfigFile) is null)
            {
                result.AddError("--plugin and --file belong together.");
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartEngineAsync(cancellationToken);
        if (run.Arguments.GetValue(Plugin) is { } plugin && run.Arguments.GetValue(ConfigFile) is { } file)
        {
            return await CheckFileAsync(run, engine.Get<ConfigChecker>(), plugin, file, cancellationToken);
        }

        var name = run.Arguments.GetValue(ConnectorName);
        var registry = engine.Get<ConnectorRegistry>();
        IReadOnlyList<ConnectorInfo> connectors = name is null ? registry.All : [.. Find(registry, name)];
        return name is not null && connectors.Count == 0
            ? CommandRun.Missing(
                $"There is no connector {name}. \"connector-host connectors list\" shows the configured ones.")
            : Report(run.Output, connectors);
    }

    private static IEnumerable<ConnectorInfo> Find(ConnectorRegistry registry, string name)
    {
        if (registry.Find(name) is { } connector)
        {
            yield return connector;
        }
    }

    private static int Report(CommandOutput output, IReadOnlyList<ConnectorInfo> connectors)
    {
        if (output.IsJson)
        {
            output.WriteJson(
                [.. connectors.Select(ConnectorResponse.From)], ApiJson.Indented.IReadOnlyListConnectorResponse);
        }
        else
        {
            ConnectorReport.WriteList(output, connectors);
        }

        return connectors.Any(connector => connector.Problems.Count > 0) ? ExitCode.Negative : ExitCode.Ok;
    }

    private static async Task<int> CheckFileAsync(
        CommandRun run, ConfigChecker checker, string plugin, FileInfo file, CancellationToken cancellationToken)
    {
        var config = await ReadAsync(file, cancellationToken);
        var check = await checker.CheckAsync(plugin, config, cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.WriteJson(ConfigCheckResponse.From(check), ApiJson.Indented.ConfigCheckResponse);
        }
        else
        {
            run.Output.WriteLine(check.IsValid ? "The configuration is valid." : "The configuration is not valid.");
            ConnectorReport.WriteIssues(run.Output, [.. check.Errors, .. check.Warnings]);
        }

        return check.IsValid ? ExitCode.Ok : ExitCode.Negative;
    }

    private static async Task<JsonElement> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return JsonElement.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        }
        catch (JsonException error)
        {
            throw new HostConfigurationException(
                $"{file.FullName} is not JSON: reading stopped at line {error.LineNumber + 1}, "
                + $"byte {error.BytePositionInLine + 1}.");
        }
    }
}
