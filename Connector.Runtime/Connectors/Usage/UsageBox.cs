using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Holds what a connector reported. That it could not ask its provider is an answer too, and no fault of the plugin.
/// </summary>
internal sealed record UsageBox(UsageReport? Report)
{
    // Nothing of the host goes on on the plugin's threads.
    public static async Task<UsageBox> FillAsync(
        IUsageReporter reporter, DateTimeOffset since, CancellationToken cancellationToken) =>
        new(await reporter.GetUsageAsync(since, cancellationToken).ConfigureAwait(false));
}
