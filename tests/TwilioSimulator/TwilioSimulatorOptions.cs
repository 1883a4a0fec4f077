using TwilioSimulator.Messages;

namespace TwilioSimulator;

/// <summary>How a simulator behaves. All credentials are invented; read once at start.</summary>
public sealed class TwilioSimulatorOptions
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    /// <value>Default: a free port of 127.0.0.1.</value>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>The live account, and the user name of its Basic credentials.</summary>
    public string AccountSid { get; set; } = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>Password of the live account; it also signs status callbacks.</summary>
    public string AuthToken { get; set; } = "0123456789abcdef0123456789abcdef";

    /// <summary>User name of an API key of the live account.</summary>
    public string ApiKeySid { get; set; } = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>Password of the API key.</summary>
    public string ApiKeySecret { get; set; } = "fedcba9876543210fedcba9876543210";

    /// <summary>The test credentials' account: it creates messages only, stores none and calls nobody back.</summary>
    public string TestAccountSid { get; set; } = "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /// <summary>Password of the test credentials.</summary>
    public string TestAuthToken { get; set; } = "abcdef0123456789abcdef0123456789";

    /// <summary>Messaging Services that exist.</summary>
    public IReadOnlyList<string> MessagingServiceSids { get; set; } = ["MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"];

    /// <summary>Numbers and short codes the live account owns; also the pool of every Messaging Service.</summary>
    public IReadOnlyList<string> FromNumbers { get; set; } = ["+15005550006", "+14155550100"];

    /// <summary>Time between two status changes of one message.</summary>
    /// <value>Default: 50 ms. <see langword="null"/>: statuses only move by
    /// <see cref="TwilioSimulatorServer.AdvanceAsync"/> or the control API.</value>
    public TimeSpan? StatusPace { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How many received requests are kept; the oldest go first.</summary>
    /// <value>Default: 1000. Zero keeps none, which is what a benchmark wants.</value>
    public int RecordedRequests { get; set; } = 1000;

    /// <summary>How many messages are kept; the oldest go first.</summary>
    /// <value>Default: 100,000.</value>
    public int StoredMessages { get; set; } = 100_000;

    /// <summary>Clock of all dates, status changes and delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Called with each message that was accepted, on the request's thread: keep it short.</summary>
    public Action<SimulatedMessage>? MessageReceived { get; set; }
}
