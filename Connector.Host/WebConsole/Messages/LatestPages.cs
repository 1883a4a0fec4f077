using System.Collections.Concurrent;
using Connector.Runtime.Delivery;

namespace Connector.Host.WebConsole;

/// <summary>The first pages of the lists that are open, each read once for all who look at it. Thread-safe.</summary>
internal sealed class LatestPages(MessageArchive archive, TimeProvider timeProvider)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<MessageListRequest, (SharedReading<MessagePage> Page, long AskedAt)> open =
        new();

    public Task<MessagePage> ReadAsync(MessageListRequest request, CancellationToken cancellationToken)
    {
        foreach (var (left, (_, askedAt)) in open)
        {
            if (timeProvider.GetElapsedTime(askedAt) > KeptFor)
            {
                open.TryRemove(left, out _);
            }
        }

        var now = timeProvider.GetTimestamp();
        var (page, _) = open.AddOrUpdate(
            request,
            asked => (new SharedReading<MessagePage>(
                () => archive.ListAsync(asked, CancellationToken.None), timeProvider), now),
            (_, known) => (known.Page, now));
        return page.GetAsync(cancellationToken);
    }
}
