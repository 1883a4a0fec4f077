using System.Text.Json;
using Connector.Abstractions;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace AcmeNamespace.Tests;

/// <summary>What the connector says and understands, against a server that answers as recorded.</summary>
internal sealed class RecordedExchangeTests
{
    [TestCase("unauthorized", RefusalReason.Authentication, "bad_key")]
    [TestCase("invalid-number", RefusalReason.InvalidRecipient, "invalid_number")]
    [TestCase("rate-limited", RefusalReason.RateLimited, "too_many_requests")]
    public async Task A_refusal_has_a_reason_and_keeps_the_providers_code(
        string exchange, RefusalReason reason, string code)
    {
        var refused = (SendOutcome.Refused)await SendAsync(exchange);

        Assert.That((refused.Reason, refused.ProviderCode), Is.EqualTo((reason, code)));
    }

    [Test]
    public async Task The_provider_says_when_to_come_back()
    {
        var refused = (SendOutcome.Refused)await SendAsync("rate-limited");

        Assert.That(refused.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task A_failure_of_the_provider_leaves_the_outcome_open() =>
        Assert.That(await SendAsync("failed"), Is.TypeOf<SendOutcome.Unknown>());

    [Test]
    public async Task An_accepted_message_has_the_providers_id() =>
        Assert.That(await SendAsync("accepted"), Is.EqualTo(new SendOutcome.Accepted("m-20319")));

    [Test]
    public async Task The_request_is_what_the_provider_documents()
    {
        await using var provider = new ProviderStub(ProviderReply.Recorded(Samples.Exchange("accepted")));
        await SendAsync(provider, new SmsPayload { Code = "123456", Locale = "es" });

        var request = provider.Requests.Single();
        var message = JsonElement.Parse(request.Body);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{request.Method} {request.Target}", Is.EqualTo("POST /v1/messages"));
            Assert.That(request.Headers["Authorization"], Is.EqualTo($"Bearer {Samples.ApiKey}"));
            Assert.That(message.GetProperty("from").GetString(), Is.EqualTo("Contoso"));
            Assert.That(message.GetProperty("to").GetString(), Is.EqualTo("+14155550123"));
            Assert.That(message.GetProperty("text").GetString(), Is.EqualTo("123456 es tu código."));
        }
    }

    private static async Task<SendOutcome> SendAsync(string exchange)
    {
        await using var provider = new ProviderStub(ProviderReply.Recorded(Samples.Exchange(exchange)));
        return await SendAsync(provider, new SmsPayload { Code = "123456" });
    }

    private static async Task<SendOutcome> SendAsync(ProviderStub provider, SmsPayload payload)
    {
        await using var rig = await ConnectorRig.CreateAsync<AcmeSmsPlugin>(Samples.Config(provider.Address));
        return await rig.Connector.SendAsync(
            PhoneNumber.Parse("+14155550123"), UsageType.SignIn, payload, CancellationToken.None);
    }
}
