using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Tests.Inbox;

internal sealed class LookupTests
{
    private const string Receives = "+19075550121";
    private const string Loses = "+19075550122";

    [Test]
    public async Task A_lost_message_was_certainly_not_sent()
    {
        using var sandbox = new TestSandbox();
        var sent = await sandbox.SendAsync(Loses);

        var found = await LookUpAsync(sandbox, Loses, TestSandbox.Payload());

        Assert.That(sent, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(found, Is.EqualTo(new SendOutcome.Refused(RefusalReason.NotAttempted)));
    }

    [Test]
    public async Task A_message_of_another_send_is_not_the_answer()
    {
        using var sandbox = new TestSandbox();
        await sandbox.SendAsync(Receives, TestSandbox.Payload(messageId: "msg_other"));
        await sandbox.SendAsync("+34600000001");

        Assert.That(await LookUpAsync(sandbox, Receives, TestSandbox.Payload()), Is.TypeOf<SendOutcome.Refused>());
    }

    [Test]
    public async Task A_message_from_before_the_attempt_is_not_the_answer()
    {
        using var sandbox = new TestSandbox();
        await sandbox.SendAsync(Receives);
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await LookUpAsync(sandbox, Receives, TestSandbox.Payload()), Is.TypeOf<SendOutcome.Refused>());
    }

    [Test]
    public async Task An_inbox_that_no_longer_reaches_back_cannot_tell()
    {
        using var sandbox = new TestSandbox("""{"keepMessages":1}""");
        var attemptedAt = sandbox.Clock.GetUtcNow();
        await sandbox.SendAsync(Receives);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await sandbox.SendAsync("+34600000001", TestSandbox.Payload(messageId: "msg_2"));

        var found = await LookUpAsync(sandbox, Receives, TestSandbox.Payload(), attemptedAt);

        Assert.That(found, Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task A_message_whose_answer_was_lost_is_found()
    {
        using var sandbox = new TestSandbox();
        var sent = await sandbox.SendAsync(Receives);

        var found = await LookUpAsync(sandbox, Receives, TestSandbox.Payload());

        var id = (await sandbox.ReadAsync()).Single().Id;
        Assert.That(sent, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(found, Is.EqualTo(new SendOutcome.Accepted(id) { Segments = 1 }));
    }

    [Test]
    public async Task Without_a_message_id_the_text_tells()
    {
        using var sandbox = new TestSandbox();
        await sandbox.SendAsync(Receives, new SmsPayload { Code = "111111" });

        Assert.That(
            await LookUpAsync(sandbox, Receives, new SmsPayload { Code = "111111" }),
            Is.TypeOf<SendOutcome.Accepted>());
        Assert.That(
            await LookUpAsync(sandbox, Receives, new SmsPayload { Code = "222222" }),
            Is.TypeOf<SendOutcome.Refused>());
    }

    private static Task<SendOutcome> LookUpAsync(
        TestSandbox sandbox, string phone, SmsPayload payload, DateTimeOffset? attemptedAt = null)
    {
        var query = new OutcomeQuery
        {
            Phone = PhoneNumber.Parse(phone),
            UsageType = UsageType.SignIn,
            Payload = payload,
            AttemptedAt = attemptedAt ?? sandbox.Clock.GetUtcNow(),
        };
        return ((IOutcomeLookup)sandbox.Connector).LookUpOutcomeAsync(query, CancellationToken.None);
    }
}
