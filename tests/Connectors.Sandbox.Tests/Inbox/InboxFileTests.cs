using System.Runtime.Versioning;
using Connector.Abstractions;

namespace Connectors.Sandbox.Tests.Inbox;

internal sealed class InboxFileTests
{
    private const string Phone = "+34600000001";

    [Test]
    public async Task A_line_that_a_crash_left_unfinished_hides_no_other_message()
    {
        using var sandbox = new TestSandbox();
        await sandbox.SendAsync(Phone, TestSandbox.Payload("1111"));
        await File.AppendAllTextAsync(sandbox.InboxPath, """{"id":"sbx_2","to":"+3460""");

        await sandbox.SendAsync(Phone, TestSandbox.Payload("3333"));

        var codes = (await sandbox.ReadAsync()).Select(message => message.Code);
        Assert.That(codes, Is.EqualTo(["3333", "1111"]));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"id":"x","to":"nobody","usageType":"SignIn","text":"t","receivedAt":"2030-01-01T00:00:00Z"}""")]
    [TestCase("""{"id":"x","to":"+34600000001","text":"t","receivedAt":"2030-01-01T00:00:00Z"}""")]
    public async Task A_line_that_is_no_message_is_passed_over(string line)
    {
        using var sandbox = new TestSandbox();
        await sandbox.SendAsync(Phone);
        await File.AppendAllTextAsync(sandbox.InboxPath, line + "\n");

        Assert.That(await sandbox.ReadAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_inbox_is_bounded_and_keeps_the_newest()
    {
        using var sandbox = new TestSandbox("""{"keepMessages":5}""");
        for (var i = 0; i < 42; i++)
        {
            await sandbox.SendAsync(Phone, TestSandbox.Payload($"{i:D4}"));
        }

        var codes = (await sandbox.ReadAsync()).Select(message => message.Code);

        Assert.That(codes, Is.EqualTo(["0041", "0040", "0039", "0038", "0037"]));
        Assert.That(await File.ReadAllLinesAsync(sandbox.InboxPath), Has.Length.LessThanOrEqualTo(10));
    }

    [Test]
    public async Task A_file_that_an_earlier_run_left_too_long_is_shortened_at_the_first_message()
    {
        using var sandbox = new TestSandbox("""{"keepMessages":3}""");
        var earlier = sandbox.Create("""{"keepMessages":50}""");
        for (var i = 0; i < 20; i++)
        {
            await SendAsync(earlier, i);
        }

        await sandbox.SendAsync(Phone);

        Assert.That(await File.ReadAllLinesAsync(sandbox.InboxPath), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Messages_outlive_the_connector()
    {
        using var sandbox = new TestSandbox();
        await SendAsync(sandbox.Create("{}"), 7);

        Assert.That((await sandbox.ReadAsync()).Single().Code, Is.EqualTo("0007"));
    }

    [Test]
    public async Task Two_connectors_on_many_threads_lose_nothing()
    {
        const int Each = 150;
        using var sandbox = new TestSandbox();
        var one = sandbox.Create("{}", TimeProvider.System);
        var other = sandbox.Create("{}", TimeProvider.System);

        await Parallel.ForAsync(0, 2 * Each, async (i, _) => await SendAsync(i % 2 == 0 ? one : other, i));

        var codes = (await sandbox.ReadAsync(limit: 1000)).Select(message => message.Code);
        Assert.That(codes, Is.EquivalentTo(Enumerable.Range(0, 2 * Each).Select(i => $"{i:D4}")));
    }

    [Test]
    public async Task Two_connectors_that_shorten_the_file_in_turn_still_write_whole_lines()
    {
        using var sandbox = new TestSandbox("""{"keepMessages":4}""");
        var one = sandbox.Create("""{"keepMessages":4}""", TimeProvider.System);
        var other = sandbox.Create("""{"keepMessages":4}""", TimeProvider.System);

        await Parallel.ForAsync(0, 100, async (i, _) => await SendAsync(i % 2 == 0 ? one : other, i));

        Assert.That(await sandbox.ReadAsync(), Has.Count.EqualTo(4));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "File modes are a Unix matter.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_the_file_even_after_it_was_shortened()
    {
        using var sandbox = new TestSandbox("""{"keepMessages":1}""");
        await sandbox.SendAsync(Phone);
        await sandbox.SendAsync(Phone);

        Assert.That(
            File.GetUnixFileMode(sandbox.InboxPath),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static async Task SendAsync(ISmsConnector connector, int number)
    {
        var payload = TestSandbox.Payload($"{number:D4}");
        var outcome = await connector.SendAsync(PhoneNumber.Parse(Phone), UsageType.Generic, payload);
        Assert.That(outcome, Is.TypeOf<SendOutcome.Accepted>());
    }
}
