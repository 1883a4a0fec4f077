using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;
using Microsoft.Extensions.Time.Testing;

namespace Connectors.HttpSms.Tests.Wires;

/// <summary>Sends one message to a provider that gives one answer.</summary>
internal static class Wire
{
    /// <summary>Sends to a provider whose address takes the place of the configured host.</summary>
    public static async Task<(SendOutcome Outcome, ProviderRequest? Request)> SendAsync(
        JsonObject config,
        ProviderReply reply,
        SmsPayload? payload = null)
    {
        await using var provider = new ProviderStub(reply);
        var local = config.ToJsonString().Replace(
            "https://api.example.com", provider.Address, StringComparison.Ordinal);
        var options = new ConnectorRigOptions { TimeProvider = new FakeTimeProvider(Samples.Now) };
        await using var rig = await ConnectorRig.CreateAsync<HttpSmsPlugin>(local, options);
        var outcome = await rig.Connector.SendAsync(
            Samples.Phone, UsageType.SignIn, payload ?? Samples.Payload, CancellationToken.None);
        return (outcome, provider.Requests.SingleOrDefault());
    }

    /// <summary>The request for a message, to a provider that takes it.</summary>
    public static async Task<ProviderRequest> RequestAsync(JsonObject config, SmsPayload? payload = null) =>
        (await SendAsync(config, ProviderReply.Json(200, """{"id":"m-1"}"""), payload)).Request!;

    public static async Task<SendOutcome> OutcomeAsync(JsonObject config, ProviderReply reply) =>
        (await SendAsync(config, reply)).Outcome;
}
