using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Which messages a list request asks for.</summary>
internal sealed class MessageFilter
{
    private readonly string? to;
    private readonly string? from;
    private readonly DateTimeOffset first = DateTimeOffset.MinValue;
    private readonly DateTimeOffset last = DateTimeOffset.MaxValue;

    private MessageFilter(string? to, string? from, DateTimeOffset first, DateTimeOffset last)
    {
        this.to = to;
        this.from = from;
        this.first = first;
        this.last = last;
    }

    /// <summary>Reads To, From, DateSent, DateSent&gt;= and DateSent&lt;=; dates are days or instants in GMT.</summary>
    /// <returns>The filter; <see langword="null"/> when a date cannot be read.</returns>
    public static MessageFilter? Parse(IQueryCollection query)
    {
        // "DateSent>=x" splits at the equals sign, so the comparison is part of the name.
        var on = Range.Parse(query["DateSent"]);
        var after = Range.Parse(query["DateSent>"]);
        var before = Range.Parse(query["DateSent<"]);
        if (on is null || after is null || before is null)
        {
            return null;
        }

        var since = on.First > after.First ? on.First : after.First;
        var until = on.Last < before.Last ? on.Last : before.Last;
        return new MessageFilter(Text(query["To"]), Text(query["From"]), since, until);
    }

    public bool Matches(SimulatedMessage message)
    {
        // Twilio does not say how it dates what was not sent yet; by creation such a message is still found.
        var date = message.SentAt ?? message.CreatedAt;
        return (to is null || message.To == to)
            && (from is null || message.From == from)
            && date >= first
            && date <= last;
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private sealed record Range(DateTimeOffset First, DateTimeOffset Last)
    {
        public static Range? Parse(string? text)
        {
            if (string.IsNullOrEmpty(text))
            {
                return new Range(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
            }

            if (TwilioDates.TryDay(text, out var day))
            {
                var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
                return new Range(start, start.AddDays(1).AddTicks(-1));
            }

            return TwilioDates.TryInstant(text, out var instant) ? new Range(instant, instant) : null;
        }
    }
}
