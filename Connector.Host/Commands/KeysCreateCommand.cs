using System.CommandLine;
using Connector.Host.Security;

namespace Connector.Host.Commands;

internal static class KeysCreateCommand
{
    private static readonly Option<string> Name = new("--name")
    {
        Description = "What the key is for.",
        Required = true,
    };

    private static readonly Option<string[]> Permission = new("--permission")
    {
        Description = "What it is granted beside what every key may do: revealNumbers, manageKeys. May be repeated.",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "create",
            "Creates an API key and prints it, once. A host that runs takes it within a second.",
            [
                "keys create --name \"web shop\"",
                "keys create --name support --permission revealNumbers",
                "keys create --name admin --permission revealNumbers --permission manageKeys",
            ],
            RunAsync);
        command.Add(Name);
        command.Add(Permission);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var changes = engine.Get<ApiKeyChanges>();
        var (stored, key) = changes.Prepare(
            run.Arguments.GetRequiredValue(Name), run.Arguments.GetValue(Permission) ?? []);
        await changes.AddAsync(stored, cancellationToken);
        KeyReport.WriteCreated(run.Output, stored, key);
        return ExitCode.Ok;
    }
}
