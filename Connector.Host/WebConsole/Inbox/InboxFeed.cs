using Connector.Abstractions.Capabilities;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>Follows the inbox of a connector, until nobody looks any more.</summary>
internal sealed class InboxFeed(ConnectorRegistry registry, Attempts attempts, TimeProvider timeProvider)
{
    private const int Shown = 50;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Tells the messages, the newest first, now and whenever they have changed.</summary>
    /// <param name="connector">Its name.</param>
    /// <param name="changed">Takes them, or the problem that keeps them from being read.</param>
    /// <param name="closed">Fires when nobody looks any more.</param>
    public async Task FollowAsync(
        string connector, Func<IReadOnlyList<InboxMessage>?, ApiProblem?, Task> changed, CancellationToken closed)
    {
        IReadOnlyList<string>? before = null;
        ApiProblem? trouble = null;
        using var timer = new PeriodicTimer(Pace, timeProvider);
        do
        {
            IReadOnlyList<InboxMessage> latest = [];
            var problem = await attempts.RunAsync(async () =>
                latest = await registry.ReadInboxAsync(connector, Shown, closed) ?? []);
            if (closed.IsCancellationRequested)
            {
                return;
            }

            IReadOnlyList<string> ids = [.. latest.Select(message => message.Id)];
            if (problem?.Code != trouble?.Code || (problem is null && (before is null || !ids.SequenceEqual(before))))
            {
                await changed(problem is null ? latest : null, problem);
            }

            before = problem is null ? ids : before;
            trouble = problem;
        }
        while (await WaitAsync(timer, closed));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken closed)
    {
        try
        {
            return await timer.WaitForNextTickAsync(closed);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
