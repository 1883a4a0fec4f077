using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MessageServiceTests : IAsyncDisposable
{
    private const string Number = "+14155550100";
    private const string Code = "483920";

    private static readonly SendRequest Request = new()
    {
        To = Number, UsageType = "SignIn", Payload = JsonElement.Parse($$"""{"code":"{{Code}}"}"""),
    };

    private readonly TestEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [TestCase("signin", "usageType is not a known usage type. Did you mean SignIn?")]
    [TestCase("", "usageType must be a name of 1 to 64 characters")]
    [TestCase("Login", "ConnectorHost:Messages:UsageTypes")]
    public async Task An_unknown_usage_type_is_refused_with_a_suggestion(string usageType, string message)
    {
        var error = await RefusalAsync(Request with { UsageType = usageType });

        Assert.That((error.Code, error.Kind), Is.EqualTo(("usage_type_unknown", ConnectorRequestKind.Invalid)));
        Assert.That(error.Issues.Single().Pointer, Is.EqualTo("/usageType"));
        Assert.That(error.Issues[0].Message, Does.Contain(message));
    }

    [Test]
    public async Task A_usage_type_that_the_configuration_adds_is_accepted()
    {
        engine.RuntimeOptions.Messages.UsageTypes = ["Login"];

        Assert.That((await SendAsync(Request with { UsageType = "Login" })).UsageType, Is.EqualTo("Login"));
    }

    [TestCase(0, "has passed")]
    [TestCase(-60, "has passed")]
    [TestCase(36_001, "at most 10 hours ahead")]
    public async Task An_expiry_in_the_past_or_too_far_ahead_is_refused(int seconds, string message)
    {
        var error = await RefusalAsync(Request with { ExpiresAt = engine.Time.GetUtcNow().AddSeconds(seconds) });

        Assert.That(error.Code, Is.EqualTo("expiry_invalid"));
        Assert.That(error.Issues.Single().Pointer, Is.EqualTo("/expiresAt"));
        Assert.That(error.Issues[0].Message, Does.Contain(message));
    }

    [Test]
    public async Task Everything_wrong_with_a_request_is_said_at_once_and_nothing_is_sent()
    {
        var connector = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        engine.Add("test", connector);

        var error = (await Assert.ThrowsAsync<ConnectorRequestException>(() => engine.Messages.SendAsync(
            new SendRequest
            {
                To = "nobody",
                UsageType = "signin",
                ExpiresAt = DateTimeOffset.UnixEpoch,
                Payload = JsonElement.Parse("""{"code":1,"locale":2}"""),
            },
            CancellationToken.None)))!;

        Assert.That(error.Code, Is.EqualTo("request_invalid"));
        Assert.That(error.Issues.Select(issue => issue.Pointer), Is.EqualTo(
            new[] { "/to", "/usageType", "/expiresAt", "/payload/code", "/payload/locale" }));
        Assert.That(connector.Received, Is.Null);
    }

    [Test]
    public async Task An_accepted_message_reads_as_such()
    {
        var result = await SendAsync(
            Request,
            new SendOutcome.Accepted("SM1")
            {
                Segments = 2,
                Price = 0.0158m,
                Currency = "USD",
                ProviderRequestId = "RQ1",
            });

        Assert.That(
            (result.Status, result.ProviderMessageId, result.Segments, result.Retryable, result.Reason),
            Is.EqualTo(("accepted", "SM1", 2, false, (string?)null)));
        Assert.That((result.Country, result.Price, result.Currency), Is.EqualTo(("US", 0.0158m, "USD")));
        Assert.That(result.Attempts, Has.Count.EqualTo(1));
        Assert.That(
            (result.Attempts[0].Outcome, result.Attempts[0].Connector, result.Attempts[0].ProviderRequestId),
            Is.EqualTo(("accepted", "test", "RQ1")));
    }

    [Test]
    public async Task A_refused_message_carries_the_reason_and_the_providers_code()
    {
        var result = await SendAsync(
            Request,
            new SendOutcome.Refused(RefusalReason.InvalidRecipient) { ProviderCode = "21211", Detail = "No." });

        Assert.That(
            (result.Status, result.Reason, result.ProviderCode, result.ProviderMessageId),
            Is.EqualTo(("refused", "invalidRecipient", "21211", (string?)null)));
        Assert.That(result.Attempts[0].Detail, Is.EqualTo("No."));
    }

    [Test]
    public async Task A_reason_of_a_later_contract_reads_as_misconfigured()
    {
        var result = await SendAsync(Request, new SendOutcome.Refused((RefusalReason)99));

        Assert.That(result.Reason, Is.EqualTo("misconfigured"));
    }

    [Test]
    public async Task An_unknown_outcome_reads_as_such_and_is_not_retryable()
    {
        var result = await SendAsync(Request, new SendOutcome.Unknown("Lost."));

        Assert.That(
            (result.Status, result.Retryable, result.Attempts[0].Detail), Is.EqualTo(("unknown", false, "Lost.")));
    }

    [Test]
    public async Task Neither_the_result_nor_the_log_holds_the_number_or_the_code()
    {
        var result = await SendAsync(Request);

        var everything = JsonSerializer.Serialize(result) + result + engine.LogText;
        Assert.That(everything, Does.Contain(result.Id)
            .And.Not.Contains(Number[2..]).And.Not.Contains(Code));
        Assert.That(result.To, Is.EqualTo("+1415•••0100"));
    }

    [Test]
    public async Task Ids_sort_by_time()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await SendAsync(Request)).Id);
            engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.That(ids, Is.Ordered.Using<string>(string.CompareOrdinal));
        Assert.That(ids, Is.All.Match("^msg_[0-9a-f]{12}7[0-9a-f]{19}$"));
    }

    [Test]
    public async Task A_message_expires_after_the_configured_lifetime_unless_the_request_says_otherwise()
    {
        var now = engine.Time.GetUtcNow();
        engine.RuntimeOptions.Messages.Lifetime = TimeSpan.FromMinutes(3);

        var usual = await SendAsync(Request);
        var longest = await SendAsync(Request with { ExpiresAt = now.AddHours(10) });

        Assert.That((usual.ExpiresAt, longest.ExpiresAt), Is.EqualTo((now.AddMinutes(3), now.AddHours(10))));
    }

    [Test]
    public async Task The_connector_gets_the_normalised_number_and_what_the_host_knows_of_the_delivery()
    {
        var connector = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        engine.Add("test", connector);

        var result = await engine.Messages.SendAsync(Request with { To = "1 (415) 555-0100" }, CancellationToken.None);

        var (phone, usageType, payload) = connector.Received!.Value;
        Assert.That((phone.E164, usageType, payload.Code), Is.EqualTo((Number, UsageType.SignIn, Code)));
        Assert.That(
            (payload.Delivery!.MessageId, payload.Delivery.ExpiresAt, payload.Delivery.Attempt),
            Is.EqualTo((result.Id, (DateTimeOffset?)result.ExpiresAt, 1)));
    }

    [Test]
    public async Task A_caller_that_leaves_does_not_stop_the_message()
    {
        using var caller = new CancellationTokenSource();
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var connector = new ScriptedConnector(_ => answer.Task);
        engine.Add("test", connector);
        var accepted = await engine.Messages.AcceptAsync(Request, cancellationToken: CancellationToken.None);
        var waiting = engine.Messages.SendAsync(Request, caller.Token);
        await connector.Called;

        await caller.CancelAsync();
        answer.SetResult(new SendOutcome.Accepted("SM1"));

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await engine.SettledAsync(accepted.Message.Id)).Status, Is.EqualTo("accepted"));
    }

    private async Task<ConnectorRequestException> RefusalAsync(SendRequest request) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => SendAsync(request)))!;

    private Task<MessageResult> SendAsync(SendRequest request, SendOutcome? outcome = null)
    {
        engine.Add("test", ScriptedConnector.Answering(outcome ?? new SendOutcome.Accepted("SM1")));
        return engine.Messages.SendAsync(request, CancellationToken.None);
    }
}
