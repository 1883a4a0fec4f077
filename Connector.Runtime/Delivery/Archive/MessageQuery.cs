using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>A request for a list of messages, read.</summary>
/// <param name="Filter">What it asks for, still without the recipient.</param>
/// <param name="To">The recipient it asks for.</param>
/// <param name="Cursor">The filter of the list that it goes on with.</param>
/// <param name="Limit">How many messages.</param>
internal sealed record MessageQuery(MessageFilter Filter, PhoneNumber? To, MessageFilter? Cursor, int Limit)
{
    /// <param name="recipient">The hash of <see cref="To"/>.</param>
    /// <returns>
    /// The filter to search with; <see langword="null"/> when the cursor is of a list with another one. What the
    /// request leaves out is in the cursor.
    /// </returns>
    public MessageFilter? ToFilter(byte[]? recipient)
    {
        var to = recipient is null ? null : Convert.ToBase64String(recipient);
        if (Cursor is null)
        {
            return Filter with { To = to };
        }

        var both = Cursor with
        {
            Status = Filter.Status ?? Cursor.Status,
            To = to ?? Cursor.To,
            Connector = Filter.Connector ?? Cursor.Connector,
            From = Filter.From ?? Cursor.From,
            Until = Filter.Until ?? Cursor.Until,
        };
        return both == Cursor ? Cursor : null;
    }

    public override string ToString() => nameof(MessageQuery);
}
