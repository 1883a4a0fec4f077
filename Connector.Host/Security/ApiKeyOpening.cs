namespace Connector.Host.Security;

/// <summary>Opens the keys before anything listens.</summary>
internal sealed class ApiKeyOpening(ApiKeys keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => keys.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
