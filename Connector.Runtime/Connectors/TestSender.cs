using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Sends test messages: with a running connector, or with a configuration that isn't saved anywhere. Thread-safe.
/// </summary>
public sealed class TestSender
{
    private const string TestCode = "000000";

    private readonly ConfigChecker checker;
    private readonly ConnectorFactory factory;
    private readonly ConnectorRegistry registry;
    private readonly GuardedSend send;
    private readonly TimeProvider timeProvider;

    internal TestSender(
        ConfigChecker checker,
        ConnectorFactory factory,
        ConnectorRegistry registry,
        GuardedSend send,
        TimeProvider timeProvider)
    {
        this.checker = checker;
        this.factory = factory;
        this.registry = registry;
        this.send = send;
        this.timeProvider = timeProvider;
    }

    /// <summary>Sends one message with a configuration that isn't saved.</summary>
    /// <param name="pluginId">
    /// The id of an installed plugin. Its code runs, enabled or not: an administrator asks for it.
    /// </param>
    /// <param name="config">The configuration, a JSON object.</param>
    /// <param name="request">Whom to send what. The code is 000000.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; a message may have left all the same.
    /// </param>
    /// <returns>What became of the message.</returns>
    /// <exception cref="ConnectorRequestException">
    /// No such plugin, it can't be used, or the number or configuration is wrong. Nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<TestSendResult> TestPluginAsync(
        string pluginId, JsonElement config, TestSendRequest request, CancellationToken cancellationToken)
    {
        var message = Prepare(request);
        var plugin = await checker.LoadForAdministratorAsync(pluginId, cancellationToken);
        ThrowIfInvalid(await ConfigChecker.CheckAsync(plugin, config, cancellationToken));
        var log = new StepLog(timeProvider);
        log.Add("The configuration is valid.");
        try
        {
            await using var connector = await factory.CreateAsync(
                plugin, $"{pluginId}-test", config, log, cancellationToken);
            log.Add("The plugin created a connector.");
            return await SendAsync(connector, message, log, cancellationToken);
        }
        catch (Plugins.PluginException error)
        {
            throw PluginRequests.Unusable(pluginId, error.Problem);
        }
    }

    /// <summary>Sends one message through a running connector.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="request">Whom to send what. The code is 000000.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; a message may have left all the same.
    /// </param>
    /// <returns>What became of the message.</returns>
    /// <exception cref="ConnectorRequestException">
    /// No such connector, it doesn't run, or the number is wrong. Nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<TestSendResult> TestConnectorAsync(
        string name, TestSendRequest request, CancellationToken cancellationToken)
    {
        var message = Prepare(request);
        return SendAsync(registry.Get(name), message, new StepLog(timeProvider), cancellationToken);
    }

    private static TestMessage Prepare(TestSendRequest request) => new(
        RecipientNumber.Parse(request.Phone, "/phone"),
        RequestedUsageType.ParseAny(request.UsageType, "/usageType"),
        new SmsPayload { Code = TestCode, Locale = request.Locale });

    private static void ThrowIfInvalid(ConfigCheck check)
    {
        if (!check.IsValid)
        {
            throw new ConnectorRequestException(
                ConnectorRequestKind.Invalid, "config_invalid", "The configuration is invalid",
                $"The configuration has {check.Errors.Count} errors. Nothing was sent.")
            {
                Issues = [.. check.Errors.Select(issue => issue with { Pointer = $"/config{issue.Pointer}" })],
            };
        }
    }

    private async Task<TestSendResult> SendAsync(
        RunningConnector connector, TestMessage message, StepLog log, CancellationToken cancellationToken)
    {
        var text = (connector.Connector as IMessagePreview)?.Preview(message.UsageType, message.Payload);
        log.Add($"Sending to {message.To}, usage type {message.UsageType}.");
        var outcome = await send.SendAsync(
            connector, message.To, message.UsageType, message.Payload, cancellationToken);
        log.Add($"The outcome is {outcome.GetType().Name}.");
        return new TestSendResult
        {
            Outcome = outcome,
            Text = text,
            Segmentation = text is null ? null : SmsSegmentation.Of(text),
            Log = log.Entries,
        };
    }

    private sealed record TestMessage(PhoneNumber To, UsageType UsageType, SmsPayload Payload);
}
