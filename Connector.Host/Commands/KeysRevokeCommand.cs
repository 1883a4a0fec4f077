using System.CommandLine;
using Connector.Host.Api;
using Connector.Host.Security;

namespace Connector.Host.Commands;

internal static class KeysRevokeCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The key's id, key_…" };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "revoke",
            "Revokes an API key. A host that runs refuses it within a second, and ends its sessions of the console.",
            ["keys revoke key_01a205266ef57e84b0b149ee0ed47e5b"],
            RunAsync);
        command.Add(Id);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var revoked = await engine.Get<ApiKeyChanges>().RemoveAsync(
            run.Arguments.GetRequiredValue(Id), cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.WriteJson(ApiKeyResponse.From(revoked), ApiJson.Indented.ApiKeyResponse);
            return ExitCode.Ok;
        }

        run.Output.WriteLine($"{revoked.Id} ({revoked.Name}) is revoked. A host that runs refuses it within a second.");
        return ExitCode.Ok;
    }
}
