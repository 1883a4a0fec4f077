using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Abstractions;
using Connectors.Sandbox.Numbers;
using PhoneNumbers;

namespace Connectors.Sandbox.Tests.Numbers;

internal sealed partial class NumberTests
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    [TestCaseSource(nameof(Reasons))]
    public async Task Every_refusal_reason_has_a_number(RefusalReason reason)
    {
        using var sandbox = new TestSandbox();

        var outcome = await sandbox.SendAsync($"+1907555{100 + (int)reason:D4}");

        Assert.That(outcome, Is.TypeOf<SendOutcome.Refused>().With.Property("Reason").EqualTo(reason));
        Assert.That(await sandbox.ReadAsync(), Is.Empty);
    }

    [Test]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        using var sandbox = new TestSandbox();

        var outcome = (SendOutcome.Refused)await sandbox.SendAsync("+19075550107");

        Assert.That(outcome.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_number_can_refuse_the_first_attempt_only()
    {
        using var sandbox = new TestSandbox();

        var first = await sandbox.SendAsync("+19075550123", TestSandbox.Payload(attempt: 1));
        var second = await sandbox.SendAsync("+19075550123", TestSandbox.Payload(attempt: 2));

        Assert.That(first, Is.TypeOf<SendOutcome.Refused>());
        Assert.That(second, Is.TypeOf<SendOutcome.Accepted>());
    }

    [Test]
    public async Task A_slow_number_receives_after_five_seconds_and_not_before()
    {
        using var sandbox = new TestSandbox();

        var send = sandbox.SendAsync("+19075550120");
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(4999));
        var early = send.IsCompleted;
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await send, Is.TypeOf<SendOutcome.Accepted>());
        Assert.That(early, Is.False);
    }

    [Test]
    public void A_slow_send_that_is_canceled_ends_and_stores_nothing()
    {
        using var sandbox = new TestSandbox();
        using var cancel = new CancellationTokenSource();
        var phone = Connector.Abstractions.PhoneNumber.Parse("+19075550120");
        var send = sandbox.Connector.SendAsync(phone, UsageType.SignIn, TestSandbox.Payload(), cancel.Token);

        cancel.Cancel();

        Assert.That(async () => await send, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.Exists(sandbox.InboxPath), Is.False);
    }

    [Test]
    public async Task A_configured_number_wins_over_a_built_in_one()
    {
        using var sandbox = new TestSandbox("""{"numbers":[{"phone":"+19075550101","behaviour":"accept"}]}""");

        Assert.That(await sandbox.SendAsync("+19075550101"), Is.TypeOf<SendOutcome.Accepted>());
    }

    [Test]
    public async Task A_configured_number_takes_its_own_delay_to_refuse()
    {
        using var sandbox = new TestSandbox(
            """{"numbers":[{"phone":"+34600000001","behaviour":"refuse","reason":"optedOut","delay":"00:01:30"}]}""");

        var send = sandbox.SendAsync("+34600000001");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(89));
        var early = send.IsCompleted;
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        var outcome = (SendOutcome.Refused)await send;
        Assert.That(outcome.Reason, Is.EqualTo(RefusalReason.OptedOut));
        Assert.That(early, Is.False);
    }

    [TestCase("README.md")]
    [TestCase("README.es.md")]
    public void The_guide_lists_exactly_the_built_in_numbers(string guide)
    {
        var text = File.ReadAllText(TestSandbox.File(guide));

        var rows = TableRow().Matches(text).Select(row =>
            (row.Groups["phone"].Value.Replace(" ", ""), row.Groups["reason"].Value));

        var numbers = BuiltInNumbers.All.Select(rule => (rule.Phone, CamelCase(rule.Reason)));
        Assert.That(rows, Is.EqualTo(numbers));
    }

    [Test]
    public void The_built_in_numbers_are_valid_to_number_libraries()
    {
        var library = PhoneNumberUtil.GetInstance();

        var invalid = BuiltInNumbers.All.Where(rule => !library.IsValidNumber(library.Parse(rule.Phone, null)));

        Assert.That(invalid, Is.Empty);
    }

    private static string CamelCase(RefusalReason? reason) =>
        reason is null ? "" : JsonNamingPolicy.CamelCase.ConvertName(reason.Value.ToString());

    private static RefusalReason[] Reasons() => Enum.GetValues<RefusalReason>();

    [GeneratedRegex(@"^\| (?<phone>\+[0-9 ]+) \| [^|`]*(`(?<reason>\w+)`)?", Options, 1000)]
    private static partial Regex TableRow();
}
