using System.Text;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Finds messages, the newest first. No index per filter: each would cost every message, while passing over the others
/// is quick, and limited per page.
/// </summary>
/// <param name="filter">Which messages.</param>
/// <param name="limit">How many of them.</param>
/// <param name="isShared">Whether hosts share the database.</param>
/// <param name="stride">How many messages are looked at at a time where others must be passed over.</param>
internal sealed class MessageSearch(
    MessageFilter filter, int limit, bool isShared, int stride = MessageSearch.DefaultStride)
{
    public const int DefaultStride = 50_000;

    private const int MaxStrides = 20;

    // A lower bound here would tempt PostgreSQL to sort all messages.
    private const string StrideEnd = "SELECT id FROM messages WHERE id < $1 ORDER BY id DESC LIMIT 1 OFFSET $2";

    private readonly List<MessageRecord> found = [];

    /// <returns>
    /// The messages, and the id after which to go on; <see langword="null"/> when there are no others.
    /// </returns>
    public async Task<(IReadOnlyList<MessageRecord> Messages, string? GoOnAfter)> RunAsync(DatabaseSession session)
    {
        var reached = filter.MustPassOver(isShared)
            ? await StrideAsync(session)
            : await CollectAsync(session, filter.Below, filter.Floor);
        return found.Count > limit ? (found[..limit], found[limit - 1].Id) : (found, reached);
    }

    private async Task<string?> StrideAsync(DatabaseSession session)
    {
        var below = filter.Below;
        for (var strides = 0; strides < MaxStrides && found.Count <= limit; strides++)
        {
            var end = await FindEndAsync(session, below);
            await CollectAsync(session, below, end ?? filter.Floor);
            if (end is null)
            {
                return null;
            }

            below = end;
        }

        return below;
    }

    /// <returns><see langword="null"/> when the stride reaches the last message that can match.</returns>
    private async Task<string?> FindEndAsync(DatabaseSession session, string below)
    {
        var end = await session.FindAsync(StrideEnd, reader => reader.GetString(0), below, (long)stride - 1);
        return string.CompareOrdinal(end, filter.Floor) > 0 ? end : null;
    }

    // One more than asked for tells whether there are others.
    private async Task<string?> CollectAsync(DatabaseSession session, string below, string floor)
    {
        var values = new List<object?> { below };
        var sql = new StringBuilder($"SELECT {MessageRecord.Columns} FROM messages WHERE id < $1");
        Restrict("id >=", floor.Length == 0 ? null : floor);
        Restrict("to_hash =", filter.To is { } to ? Convert.FromBase64String(to) : null);
        Restrict("status =", filter.Status is { } status ? (long)status : null);
        Restrict("connector =", filter.Connector);
        values.Add((long)(limit + 1 - found.Count));
        sql.Append(" ORDER BY id DESC LIMIT $").Append(values.Count);
        found.AddRange(await session.QueryAsync(sql.ToString(), MessageRecord.Read, [.. values]));
        return null;

        void Restrict(string comparison, object? value)
        {
            if (value is not null)
            {
                values.Add(value);
                sql.Append(" AND ").Append(comparison).Append(" $").Append(values.Count);
            }
        }
    }
}
