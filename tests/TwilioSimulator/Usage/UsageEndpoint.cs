using System.Globalization;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Usage;

/// <summary>GET Usage/Records.json: what the stored messages add up to.</summary>
internal sealed class UsageEndpoint(MessageStore store, TimeProvider time)
{
    private const int PageSize = 50;

    private static readonly (string Name, string Description)[] Categories =
        [("sms", "SMS"), ("sms-outbound", "Outbound SMS")];

    public Reply Handle(TwilioRequest request)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!TryDay(request.Query["StartDate"], DateOnly.MinValue, out var start)
            || !TryDay(request.Query["EndDate"], today, out var end))
        {
            return TwilioError.Parameter("StartDate").ToReply();
        }

        var wanted = request.Query["Category"].ToString();
        var messages = Billed(request.Account.Sid, start, end);
        var records = Categories
            .Where(category => wanted.Length == 0 || wanted == category.Name)
            .Select(category => Record(request, category, messages, start, end))
            .ToList();
        return Reply.Json(StatusCodes.Status200OK, TwilioJson.Relaxed.UsagePage, PageOf(request.Path, records));
    }

    private static bool TryDay(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return string.IsNullOrEmpty(text) || TwilioDates.TryDay(text, out day);
    }

    private static UsagePage PageOf(string path, List<UsageRecordResource> records) =>
        new(
            records,
            Page: 0,
            PageSize,
            Start: 0,
            End: Math.Max(0, records.Count - 1),
            path,
            $"{path}?PageSize={PageSize}&Page=0",
            PreviousPageUri: null,
            NextPageUri: null);

    // Price is set when a message has left, and only what left is billed.
    private List<SimulatedMessage> Billed(string accountSid, DateOnly start, DateOnly end) =>
        store.Newest(
            message => message.AccountSid == accountSid
                && message is { Price: not null, SentAt: { } sent }
                && DateOnly.FromDateTime(sent.UtcDateTime) >= start
                && DateOnly.FromDateTime(sent.UtcDateTime) <= end,
            skip: 0,
            take: int.MaxValue);

    private UsageRecordResource Record(
        TwilioRequest request,
        (string Name, string Description) category,
        List<SimulatedMessage> messages,
        DateOnly start,
        DateOnly end)
    {
        var segments = messages.Sum(message => message.Segments);
        var price = messages.Sum(message => message.Price ?? 0);
        return new UsageRecordResource(
            category.Name,
            category.Description,
            request.Account.Sid,
            TwilioDates.Day(start),
            TwilioDates.Day(end),
            time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture),
            messages.Count.ToString(CultureInfo.InvariantCulture),
            "messages",
            segments.ToString(CultureInfo.InvariantCulture),
            "segments",
            price.ToString("0.#####", CultureInfo.InvariantCulture),
            "usd",
            TwilioPaths.ApiVersion,
            request.Path);
    }
}
