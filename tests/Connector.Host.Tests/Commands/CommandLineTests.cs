using System.Text.Json;
using Connector.Host.Commands;

namespace Connector.Host.Tests.Commands;

internal sealed class CommandLineTests
{
    private const string StackTraceMark = "   at ";

    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("nonsense")]
    [TestCase("plugins")]
    [TestCase("serve", "--ulrs=http://127.0.0.1:0")]
    [TestCase("serve", "--json")]
    [TestCase("send", "--to", "+14155550123")]
    [TestCase("send", "--to", "+14155550123", "--usage-type", "Generic", "--var", "novalue")]
    [TestCase("templates", "preview")]
    [TestCase("connectors", "validate", "--plugin", "sandbox")]
    [TestCase("connectors", "inbox", "sandbox", "--limit", "0")]
    public async Task A_command_line_that_makes_no_sense_exits_with_2(params string[] arguments)
    {
        var result = await HostProcess.RunAsync(folder.Path, arguments);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage), result.Errors);
        Assert.That(result.Errors, Is.Not.Empty.And.Not.Contain(StackTraceMark));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("plugins", "show", "nope")]
    [TestCase("plugins", "verify", "nope.dll")]
    [TestCase("connectors", "validate", "nope")]
    [TestCase("connectors", "inbox", "nope")]
    [TestCase("connectors", "test", "sandbox", "--phone", "hello")]
    [TestCase("connectors", "test", "sandbox", "--phone", "+19075550101")]
    [TestCase("send", "--to", "+19075550122", "--usage-type", "Generic")]
    [TestCase("send", "--to", "+14155550123", "--usage-type", "SignUp")]
    public async Task A_bad_answer_exits_with_1_and_says_why(params string[] arguments)
    {
        var result = await HostProcess.RunAsync(folder.Path, arguments);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Errors);
        Assert.That(result.Output + result.Errors, Is.Not.Empty.And.Not.Contain(StackTraceMark));
    }

    [TestCase("plugins", "list")]
    [TestCase("serve", "--urls=http://127.0.0.1:0")]
    public async Task Wrong_settings_exit_with_3_and_are_all_named(params string[] arguments)
    {
        folder.Write("appsettings.json", """
            { "ConnectorHost": { "Conectors": {}, "Security": { "BootstrapKey": "short", "Kye": "x" },
                                 "Plugins": { "Pth": "x" }, "Messages": { "Lifetime": "soon" } } }
            """);

        var result = await HostProcess.RunAsync(folder.Path, arguments);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration), result.Output);
        string[] wrong = ["Conectors", "Security:BootstrapKey", "Security:Kye", "Plugins:Pth", "Messages:Lifetime"];
        foreach (var setting in wrong)
        {
            var told = result.Errors.Split($"ConnectorHost:{setting} ").Length - 1;
            Assert.That(told, Is.EqualTo(1), setting);
        }

        Assert.That(result.Errors, Does.Not.Contain(StackTraceMark));
    }

    [Test]
    public async Task A_settings_file_that_is_not_json_exits_with_3_and_names_file_and_place()
    {
        var file = folder.Write("appsettings.json", "{ \"ConnectorHost\": \n { oops } }");

        var result = await HostProcess.RunAsync(folder.Path, "connectors", "list");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        Assert.That(result.Errors, Does.Contain(file).And.Contain("LineNumber: 1").And.Not.Contain(StackTraceMark));
    }

    [Test]
    public async Task Plugins_are_listed_as_the_api_lists_them()
    {
        var result = await HostProcess.RunAsync(folder.Path, "plugins", "list", "--json");

        var plugins = JsonElement.Parse(result.Output).EnumerateArray().ToList();
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Errors);
        var sandbox = plugins.Single(plugin => plugin.Text("id") == "sandbox");
        Assert.That(sandbox.Text("state"), Is.EqualTo("active"));
        Assert.That(sandbox.TryGetProperty("logo", out _), Is.False);
    }

    [Test]
    public async Task A_table_is_one_plain_line_a_row_when_no_terminal_reads_it()
    {
        var result = await HostProcess.RunAsync(folder.Path, "connectors", "list");

        var lines = result.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], Is.EqualTo("NAME"));
        Assert.That(lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(
            ["sandbox", "sandbox", "Running", "Configuration", "0", "100", "all"]));
        Assert.That(result.Output, Does.Not.Contain('\u001b'));
    }

    [Test]
    public async Task A_message_sent_here_is_in_the_inbox_of_the_next_command()
    {
        var sent = await HostProcess.RunAsync(
            folder.Path, "send", "--to", "+14155550123", "--usage-type", "SignIn", "--code", "731842", "--json");
        var inbox = await HostProcess.RunAsync(folder.Path, "connectors", "inbox", "sandbox", "--json");

        Assert.That(sent.ExitCode, Is.EqualTo(ExitCode.Ok), sent.Errors);
        var message = JsonElement.Parse(inbox.Output).EnumerateArray().Single();
        Assert.That(message.Text("code"), Is.EqualTo("731842"));
        Assert.That(message.Text("id"), Is.EqualTo(JsonElement.Parse(sent.Output).Text("providerMessageId")));
    }

    [TestCase("sandbox")]
    [TestCase("twilio-sms")]
    [TestCase("http-sms")]
    public async Task A_bundled_connector_passes_verification(string id)
    {
        var bundled = Path.Combine(AppContext.BaseDirectory, "plugins", id);

        var result = await HostProcess.RunAsync(folder.Path, "plugins", "verify", bundled, "--json");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Output);
        var plugin = JsonElement.Parse(result.Output).EnumerateArray().Single();
        Assert.That(plugin.Text("path"), Is.EqualTo(bundled));
        Assert.That(plugin.Text("state"), Is.EqualTo("available"));
    }

    [Test]
    public async Task A_file_that_is_no_plugin_does_not_pass_verification()
    {
        var file = folder.Write("Fake.dll", "text");

        var result = await HostProcess.RunAsync(folder.Path, "plugins", "verify", file);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.Contain("Cause:").And.Contain("Fix:").And.Contain(file));
    }

    [Test]
    public async Task A_configuration_in_a_file_is_checked_with_all_its_errors()
    {
        var file = folder.Write("config.json", """{ "keepMessages": "many", "nope": 1 }""");

        var result = await HostProcess.RunAsync(
            folder.Path, "connectors", "validate", "--plugin", "sandbox", "--file", file);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Errors);
        Assert.That(result.Output, Does.Contain("/keepMessages").And.Contain("/nope"));
    }

    [Test]
    public async Task Settings_may_follow_any_command()
    {
        var result = await HostProcess.RunAsync(
            folder.Path,
            "connectors", "list", "--json",
            "--ConnectorHost:Connectors:second:Plugin=sandbox", $"--contentRoot={folder.Path}");

        var names = JsonElement.Parse(result.Output).EnumerateArray().Select(connector => connector.Text("name"));
        Assert.That(names, Is.EqualTo(["sandbox", "second"]));
    }

    [Test]
    public async Task The_doctor_names_what_is_wrong_and_how_to_mend_it()
    {
        var result = await HostProcess.RunAsync(
            folder.Path, "doctor", "--ConnectorHost:Connectors:bad:Plugin=nope", "--urls=http://127.0.0.1:0");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Errors);
        Assert.That(
            result.Output, Does.Contain("✗ Connector bad").And.Contain("Fix:").And.Contain("✓ Connector sandbox"));
    }

    [Test]
    public async Task The_doctor_is_content_with_a_fresh_host()
    {
        folder.Write("appsettings.json", "{}");

        var result = await HostProcess.RunAsync(folder.Path, "doctor", "--json", "--urls=http://127.0.0.1:0");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Output);
        var bad = JsonElement.Parse(result.Output).EnumerateArray().Where(finding => finding.Text("status") == "bad");
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public async Task The_doctor_goes_on_when_database_and_broker_are_away()
    {
        folder.Write("appsettings.json", "{}");

        var result = await HostProcess.RunAsync(
            folder.Path,
            "doctor",
            "--ConnectorHost:Storage:Provider=Postgres",
            "--ConnectorHost:Storage:ConnectionString=Host=127.0.0.1;Port=1;Username=u;Password=geheim;Database=sms",
            "--ConnectorHost:Delivery:Engine=RabbitMq",
            "--ConnectorHost:Delivery:RabbitMq:Uri=amqp://u:geheim@127.0.0.1:1/",
            "--urls=http://127.0.0.1:0");

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((ExitCode.Negative, "")));
        Assert.That(
            result.Output,
            Does.Contain("✗ Database: PostgreSQL at 127.0.0.1:1/sms: PostgreSQL can't be reached")
                .And.Contain("✗ Broker: RabbitMQ at 127.0.0.1:1: No broker answers")
                .And.Contain("✓ Connector sandbox")
                .And.Not.Contain("geheim"));
    }

    [Test]
    public async Task The_doctor_names_a_damaged_database_and_what_to_do()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        folder.Write("data/connector.db", new string('x', 9_000));

        var result = await HostProcess.RunAsync(folder.Path, "doctor", "--urls=http://127.0.0.1:0");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Errors);
        Assert.That(result.Output, Does.Contain("✗ Database: SQLite at").And.Contain("is damaged"));
    }

    [TestCase("--help", "doctor")]
    [TestCase("send --help", "connector-host send --to")]
    [TestCase("plugins verify --help", "Examples:")]
    public async Task Help_shows_what_can_be_done_with_examples(string arguments, string expected)
    {
        var result = await HostProcess.RunAsync(folder.Path, arguments.Split(' '));

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok));
        Assert.That(result.Output, Does.Contain(expected));
    }
}
