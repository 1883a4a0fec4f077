using System.Text;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Tests.Wires;
using TwilioSimulator;
using TwilioSimulator.Faults;

namespace Connectors.TwilioSms.Tests.Simulated;

/// <summary>The connector against a simulator that was written apart from it, from Twilio's documentation.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SimulatorTests : IAsyncDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    private readonly Rig rig = new();
    private TwilioSimulatorServer server = null!;

    [SetUp]
    public async Task StartAsync() => server = await TwilioSimulatorServer.StartAsync(new TwilioSimulatorOptions
    {
        StatusPace = null,
        TimeProvider = rig.Time,
    });

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        rig.Dispose();
    }

    [Test]
    public async Task A_message_arrives_as_written()
    {
        var outcome = await Connector().SendSampleAsync();

        var message = server.Messages.Single();
        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted(message.Sid)
        {
            Segments = 1,
            ProviderRequestId = outcome.ProviderRequestId,
        }));
        Assert.That(outcome.ProviderRequestId, Is.Not.Null);
        Assert.That((message.To, message.Body), Is.EqualTo((Samples.Number, "Your code is 123456")));
    }

    [TestCase("+15005550001", RefusalReason.InvalidRecipient)]
    [TestCase("+15005550002", RefusalReason.UnsupportedDestination)]
    [TestCase("+15005550003", RefusalReason.UnsupportedDestination)]
    [TestCase("+15005550004", RefusalReason.OptedOut)]
    [TestCase("+15005550009", RefusalReason.InvalidRecipient)]
    [TestCase("+15005563038", RefusalReason.QuotaExhausted)]
    [TestCase("+15005521617", RefusalReason.ContentRejected)]
    public async Task Twilios_magic_numbers_are_refused(string number, RefusalReason reason)
    {
        var outcome = await Connector().SendAsync(PhoneNumber.Parse(number), UsageType.SignIn, Samples.Payload);

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason));
    }

    [TestCase(FaultKind.TooManyRequests, RefusalReason.RateLimited)]
    [TestCase(FaultKind.Unavailable, RefusalReason.ProviderUnavailable)]
    [TestCase(FaultKind.UnavailableHtml, RefusalReason.ProviderUnavailable)]
    [TestCase(FaultKind.Redirect, RefusalReason.Misconfigured)]
    [TestCase(FaultKind.CreatedFailed, RefusalReason.ProviderUnavailable)]
    [TestCase(FaultKind.CodeTooLarge, RefusalReason.Misconfigured)]
    [TestCase(FaultKind.Problem, RefusalReason.Misconfigured)]
    [TestCase(FaultKind.Unauthorized, RefusalReason.Authentication)]
    [TestCase(FaultKind.CodeAsString, RefusalReason.InvalidRecipient)]
    [TestCase(FaultKind.UnknownStatus, null)]
    [TestCase(FaultKind.OddTypes, null)]
    public async Task An_odd_answer_is_read_for_what_it_says(FaultKind fault, RefusalReason? reason)
    {
        server.Faults.Next(fault);

        var outcome = await Connector().SendSampleAsync();

        Assert.That(outcome, reason is null ? Is.TypeOf<SendOutcome.Accepted>() : Is.TypeOf<SendOutcome.Refused>());
        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason));
    }

    [TestCase(FaultKind.DropAfterAccept, true)]
    [TestCase(FaultKind.InternalErrorAfterAccept, true)]
    [TestCase(FaultKind.CreatedEmpty, true)]
    [TestCase(FaultKind.ResetBeforeAnswer, false)]
    [TestCase(FaultKind.InternalErrorEmpty, false)]
    [TestCase(FaultKind.BadGatewayNull, false)]
    [TestCase(FaultKind.CreatedHtml, false)]
    public async Task A_lookup_settles_what_a_send_left_open(FaultKind fault, bool wasTaken)
    {
        server.Faults.Next(fault);
        var connector = Connector();

        var outcome = await connector.SendSampleAsync();
        rig.Time.Advance(Settled);
        var settled = await connector.LookUpOutcomeAsync(Samples.QueryFor(Samples.Now), CancellationToken.None);

        Assert.That(outcome, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(settled, wasTaken
            ? Is.EqualTo(new SendOutcome.Accepted(server.Messages.Single().Sid) { Segments = 1 })
            : Is.TypeOf<SendOutcome.Refused>());
        Assert.That((settled as SendOutcome.Refused)?.Reason, Is.EqualTo(wasTaken ? null : RefusalReason.NotAttempted));
    }

    [Test]
    public async Task Its_signed_callbacks_are_trusted_and_read()
    {
        await using var host = new Wire([.. Enumerable.Repeat(Reply.Text(204, ""), 9)]);
        var url = new Uri(host.Url + "/api/v1/callbacks/twilio?a=%3a+b");
        var connector = Connector();
        await connector.SendSampleAsync(Samples.PayloadWith(
            new SmsDelivery { MessageId = "msg_1", ReceiptUrl = url }));
        while (await server.AdvanceAsync() > 0)
        {
        }

        List<DeliveryStatus> statuses = [];
        foreach (var request in host.Requests)
        {
            var reading = await connector.ReadReceiptAsync(Receipt(request, url.AbsoluteUri), CancellationToken.None);
            statuses.Add(((ReceiptReading.Verified)reading).Receipts.Single().Status);
        }

        Assert.That(statuses, Is.Ordered.And.Not.Empty);
        Assert.That(statuses[^1], Is.EqualTo(DeliveryStatus.Delivered));
    }

    [Test]
    public async Task Credentials_are_checked_without_sending()
    {
        var options = server.Options;
        var key = Connector(("apiKeySID", options.ApiKeySid), ("apiKeySecret", options.ApiKeySecret));
        var test = Connector(("accountSID", options.TestAccountSid), ("authToken", options.TestAuthToken));
        var wrong = Connector(("authToken", "wrong"));

        var found = new[]
        {
            (await Connector().CheckCredentialsAsync(CancellationToken.None)).Status,
            (await key.CheckCredentialsAsync(CancellationToken.None)).Status,
            (await test.CheckCredentialsAsync(CancellationToken.None)).Status,
            (await wrong.CheckCredentialsAsync(CancellationToken.None)).Status,
        };

        Assert.That(found, Is.EqualTo(new[]
        {
            CredentialStatus.Valid, CredentialStatus.Valid, CredentialStatus.Valid, CredentialStatus.Invalid,
        }));
        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task Usage_adds_up_what_was_sent()
    {
        var connector = Connector();
        await connector.SendSampleAsync();
        while (await server.AdvanceAsync() > 0)
        {
        }

        var report = await connector.GetUsageAsync(Samples.Now, CancellationToken.None);

        Assert.That((report?.Messages, report?.Segments, report?.Currency), Is.EqualTo((1, 1, "USD")));
        Assert.That(report!.Price, Is.GreaterThan(0));
    }

    private static ReceiptRequest Receipt(string request, string url)
    {
        var parts = request.Split("\r\n\r\n", 2);
        var headers = parts[0].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2));
        return new ReceiptRequest
        {
            Method = "POST",
            Url = url,
            Headers = headers.ToDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase),
            Body = Encoding.Latin1.GetBytes(parts[1]),
        };
    }

    private TwilioSmsConnector Connector(params (string Name, JsonNode? Value)[] members) =>
        rig.ConnectTo(server.BaseAddress.ToString(), members);
}
