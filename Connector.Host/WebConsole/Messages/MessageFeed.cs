using Connector.Runtime.Delivery;

namespace Connector.Host.WebConsole;

/// <summary>
/// The messages that a list has read so far, the newest first: it grows at its beginning as they come, and at its end
/// as somebody scrolls.
/// </summary>
internal sealed class MessageFeed(MessageArchive archive, LatestPages latest, MessageListRequest filter)
{
    // Some more rows to scroll to, as long as it isn't known how many there are.
    private const int Beyond = 50;

    private const string FirstPage = "100";
    private const string FurtherPage = "200";

    private readonly List<MessageResult> rows = [];
    private string? next;

    /// <summary>How many rows can be scrolled to.</summary>
    public int Length => rows.Count + (next is null ? 0 : Beyond);

    /// <summary>Whether more messages came since the last reading than one page holds.</summary>
    public bool IsRushing { get; private set; }

    /// <summary>Reads the newest messages anew.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        Merge(await latest.ReadAsync(filter with { Limit = FirstPage }, cancellationToken));

    /// <summary>Rows to show, read from the database when they are not there yet.</summary>
    public async Task<IReadOnlyList<MessageResult>> ReadAsync(
        int start, int count, CancellationToken cancellationToken)
    {
        while (rows.Count < start + count && next is { } cursor)
        {
            var request = new MessageListRequest { Cursor = cursor, Limit = FurtherPage };

            // A file is read on the thread that asks, and this one draws the page.
            var page = await Task.Run(() => archive.ListAsync(request, cancellationToken), cancellationToken);
            if (next == cursor)
            {
                rows.AddRange(page.Messages);
                next = page.Next;
            }
        }

        return [.. rows.Skip(start).Take(count)];
    }

    // Ids sort by time: the page takes the place of all rows down to its last one.
    private void Merge(MessagePage page)
    {
        var last = page.Messages.Count == 0 ? null : page.Messages[^1].Id;
        var older = last is null || page.Next is null
            ? []
            : rows.Where(row => string.CompareOrdinal(row.Id, last) < 0).ToList();
        var hasGap = older.Count == 0 || !rows.Exists(row => string.CompareOrdinal(row.Id, last) >= 0);
        IsRushing = hasGap && rows.Count > 0 && page.Next is not null;
        rows.Clear();
        rows.AddRange(page.Messages);
        if (hasGap)
        {
            next = page.Next;
            return;
        }

        rows.AddRange(older);
    }
}
