using Connector.Abstractions;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>The connector that is tried.</summary>
/// <param name="PluginType">The plugin's entry type.</param>
/// <param name="Description">What its author says of it.</param>
internal sealed record Subject(Type PluginType, ConnectorUnderTest Description)
{
    public TimeSpan Patience => Description.Patience;

    /// <summary>Whether there is a provider; if not, the check doesn't apply.</summary>
    public bool CallsProvider(Findings findings)
    {
        if (Description.Accepts is null)
        {
            findings.Skip("The connector calls no provider over HTTP.");
        }

        return Description.Accepts is not null;
    }

    /// <summary>What a provider answers that takes every message.</summary>
    public ProviderStub StartProvider(ProviderReply? reply = null)
    {
        var always = reply ?? Description.Accepts ?? ProviderReply.Reset;
        return new ProviderStub(_ => always);
    }

    /// <exception cref="TimeoutException">The plugin did not create it in time.</exception>
    public Task<ConnectorRig> CreateAsync(
        string provider,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null)
    {
        var options = new ConnectorRigOptions
        {
            Timeout = timeout ?? new ConnectorRigOptions().Timeout,
            DisposalLimit = Patience,
        };
        return Call.RunAsync(
            () => ConnectorRig.CreateAsync(CreatePlugin(), Description.Config(provider), options, cancellationToken),
            Patience,
            cancellationToken);
    }

    public ISmsConnectorPlugin CreatePlugin() => (ISmsConnectorPlugin)Activator.CreateInstance(PluginType)!;

    /// <summary>Creates a connector for a provider that gives one answer, and sends once.</summary>
    public async Task<Trial> TryAsync(
        ProviderReply reply,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null)
    {
        await using var provider = StartProvider(reply);
        return await TryAsync(provider, Samples.Send(1), cancellationToken, timeout);
    }

    public async Task<Trial> TryAsync(
        ProviderStub provider,
        SampleSend send,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null)
    {
        await using var rig = await CreateAsync(provider.Address, cancellationToken, timeout);
        var trial = await Trial.RunAsync(rig, send, Patience, cancellationToken);
        return trial with { Requests = provider.Requests };
    }
}
