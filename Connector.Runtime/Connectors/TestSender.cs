using System.Text.Json;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Sends test messages: with a running connector, or with a configuration that isn't saved anywhere. Thread-safe.
/// </summary>
public sealed class TestSender
{
    private readonly ConfigChecker checker;
    private readonly ConnectorFactory factory;
    private readonly ConnectorTable table;
    private readonly ConnectorCalls calls;
    private readonly TestMessages messages;

    internal TestSender(
        ConfigChecker checker,
        ConnectorFactory factory,
        ConnectorTable table,
        ConnectorCalls calls,
        TestMessages messages)
    {
        this.checker = checker;
        this.factory = factory;
        this.table = table;
        this.calls = calls;
        this.messages = messages;
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
        var message = messages.Prepare(request);
        var log = messages.BeginLog();
        var plugin = await checker.LoadForAdministratorAsync(pluginId, cancellationToken);
        Accept(await ConfigChecker.CheckAsync(plugin, config, cancellationToken), log);
        var connector = await CreateAsync(plugin, config, cancellationToken);
        log.Add("The plugin created a connector.");
        try
        {
            return await SendAsync(connector, message, log, cancellationToken);
        }
        finally
        {
            await calls.StopAsync(connector);
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
    public async Task<TestSendResult> TestConnectorAsync(
        string name, TestSendRequest request, CancellationToken cancellationToken)
    {
        var connector = table.Get(name);
        var message = messages.Prepare(request);
        return await SendAsync(connector, message, messages.BeginLog(), cancellationToken);
    }

    private static void Accept(ConfigCheck check, StepLog log)
    {
        if (!check.IsValid)
        {
            throw PluginRequests.ConfigInvalid(check.Errors);
        }

        log.Add("The configuration is valid.");
        foreach (var warning in check.Warnings)
        {
            log.Add($"[{warning.Pointer}] {warning.Message}");
        }
    }

    private async Task<RunningConnector> CreateAsync(
        LoadedPlugin plugin, JsonElement config, CancellationToken cancellationToken)
    {
        var pluginId = plugin.Plugin.Id!;
        try
        {
            // No configured connector can have a tilde in its name, so their data stays apart.
            return await factory.CreateAsync(plugin, $"{pluginId}~test", config, cancellationToken);
        }
        catch (PluginException error)
        {
            throw PluginRequests.Unusable(pluginId, error.Problem);
        }
    }

    private async Task<TestSendResult> SendAsync(
        RunningConnector connector, TestMessage message, StepLog log, CancellationToken cancellationToken)
    {
        var text = await PreviewAsync(connector, message, log, cancellationToken);
        log.Add($"Sending to {message.To}, usage type {message.UsageType}.");
        var outcome = await messages.SendAsync(connector, message, cancellationToken);
        log.Add($"The outcome is {outcome.GetType().Name}.");
        return new TestSendResult
        {
            Outcome = outcome,
            Text = text,
            Segmentation = text is null ? null : SmsSegmentation.Of(text),
            Log = log.Steps,
        };
    }

    private async Task<string?> PreviewAsync(
        RunningConnector connector, TestMessage message, StepLog log, CancellationToken cancellationToken)
    {
        if (connector.Find<IMessagePreview>() is not { } preview)
        {
            return null;
        }

        var result = await calls.RunAsync(
            connector,
            _ => Task.FromResult(preview.Preview(message.UsageType, message.Payload) ?? ""),
            cancellationToken);
        if (result.End != CallEnd.Completed)
        {
            log.Add($"The connector could not show the text: {result.Fault ?? "no answer in time"}.");
        }

        return string.IsNullOrEmpty(result.Value) ? null : result.Value;
    }
}
