using System.Text.Json;
using Connector.Host.Commands;
using Connector.Host.Tests.Api;

namespace Connector.Host.Tests.Commands;

internal sealed class MessagesCommandTests
{
    private const string StackTraceMark = "   at ";

    [Test]
    public async Task Before_the_first_start_of_a_host_there_are_no_messages_and_none_are_made_up()
    {
        using var folder = new TempFolder();

        var listed = await HostProcess.RunAsync(folder.Path, "messages", "list");
        var shown = await HostProcess.RunAsync(folder.Path, "messages", "show", "msg_1");

        Assert.That((listed.ExitCode, shown.ExitCode), Is.EqualTo((ExitCode.Ok, ExitCode.Negative)), listed.Errors);
        Assert.That(listed.Output.Trim(), Is.EqualTo("No messages."));
        Assert.That(Directory.EnumerateFiles(folder.Path, "*.db*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Messages_of_a_host_that_runs_are_shown_as_the_api_shows_them()
    {
        await using var host = await TestHost.StartAsync();
        var refused = await host.SendAsync("+19075550101");
        await host.UntilAsync(refused, "refused");
        var sent = await host.SendAsync();
        await host.UntilAsync(sent, "accepted");

        var shown = await HostProcess.RunAsync(host.Folder, "messages", "show", refused, "--json");
        var listed = await HostProcess.RunAsync(
            host.Folder, "messages", "list", "--to", "+14155550123", "--status", "accepted", "--json");
        var first = await HostProcess.RunAsync(host.Folder, "messages", "list", "--limit", "1");
        var wrong = await HostProcess.RunAsync(host.Folder, "messages", "list", "--status", "done", "--limit", "x");

        var alone = await host.Client.GetJsonAsync($"/api/v1/messages/{refused}");
        Assert.That(JsonElement.DeepEquals(JsonElement.Parse(shown.Output), alone), shown.Output + shown.Errors);
        Assert.That(JsonElement.Parse(listed.Output).EnumerateArray().Single().Text("id"), Is.EqualTo(sent));
        Assert.That(first.Output, Does.Contain(sent).And.Not.Contain(refused));
        Assert.That(first.Errors, Does.Contain("messages list --cursor "));
        Assert.That(wrong.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(wrong.Errors, Does.Contain("/status").And.Contain("/limit").And.Not.Contain(StackTraceMark));
    }

    [Test]
    public async Task A_person_reads_a_message_with_its_attempts()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.SendAsync("+19075550101");
        await host.UntilAsync(id, "refused");

        var shown = await HostProcess.RunAsync(host.Folder, "messages", "show", id);

        Assert.That(shown.ExitCode, Is.EqualTo(ExitCode.Ok), shown.Errors);
        Assert.That(shown.Output, Does.Contain("optedOut").And.Contain("ATTEMPT").And.Not.Contain("9075550101"));
    }
}
