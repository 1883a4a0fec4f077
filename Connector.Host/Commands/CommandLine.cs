using System.CommandLine;
using Connector.Host.Configuration;

namespace Connector.Host.Commands;

/// <summary>All commands. Serving doesn't come through here: it needs no parser.</summary>
internal static class CommandLine
{
    private const string Description =
        """
        Sends verification-code SMS for applications and identity servers through provider plugins.

        Without a command, or with serve, the host listens for requests. Settings may follow any command in the form of
        ASP.NET Core: --urls=http://127.0.0.1:5080, --contentRoot=/srv/sms, --ConnectorHost:DataPath=/var/lib/sms
        """;

    public static async Task<int> RunAsync(HostArguments arguments)
    {
        var parsed = Build(arguments.Settings).Parse(arguments.Command);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(
                "connector-host --help shows the commands; --help after a command, its options.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Serving takes nothing but settings, so whoever comes here asks for help or made a mistake.</summary>
    private static ExampleCommand ServeHelp()
    {
        var serve = new ExampleCommand(
            "serve",
            "Listens for requests. This is the default.",
            [
                "serve --urls=http://127.0.0.1:5081",
                "--contentRoot=/srv/sms --ConnectorHost:DataPath=/var/lib/sms",
                "serve --plugin-dev ../AcmeSms",
            ]);
        serve.SetAction(_ =>
        {
            Console.Error.WriteLine(
                "serve takes settings, such as --urls=http://127.0.0.1:5081, and --plugin-dev <project>");
            return ExitCode.Usage;
        });
        return serve;
    }

    private static RootCommand Build(string[] settings)
    {
        var builder = new CommandBuilder(settings);
        var root = builder.Root(Description);
        root.Add(ServeHelp());
        root.Add(new Command("plugins", "Shows, checks, locks, adds and removes plugins.")
        {
            PluginsListCommand.Create(builder),
            PluginsShowCommand.Create(builder),
            PluginsVerifyCommand.Create(builder),
            PluginsLockCommand.Create(builder),
            PluginsAddCommand.Create(builder),
            PluginsRollbackCommand.Create(builder),
            PluginsRemoveCommand.Create(builder),
            PluginsSignCommand.Create(builder),
            PluginsKeygenCommand.Create(builder),
        });
        root.Add(new Command("connectors", "Shows, checks and tries configured connectors.")
        {
            ConnectorsListCommand.Create(builder),
            ConnectorsValidateCommand.Create(builder),
            ConnectorsTestCommand.Create(builder),
            ConnectorsInboxCommand.Create(builder),
        });
        root.Add(SendCommand.Create(builder));
        root.Add(new Command("messages", "Shows messages and what became of them.")
        {
            MessagesListCommand.Create(builder),
            MessagesShowCommand.Create(builder),
        });
        root.Add(new Command("keys", "Shows, creates and revokes API keys.")
        {
            KeysListCommand.Create(builder),
            KeysCreateCommand.Create(builder),
            KeysRevokeCommand.Create(builder),
        });
        root.Add(new Command("templates", "Tries templates.") { TemplatesPreviewCommand.Create(builder) });
        root.Add(DoctorCommand.Create(builder));
        return root;
    }
}
