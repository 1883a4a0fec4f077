using System.Globalization;
using System.Text.Json;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Account;

/// <summary>Reads what Twilio has billed for outgoing SMS.</summary>
internal sealed class UsageReader(TwilioApi api)
{
    private const NumberStyles Amount = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    public async Task<UsageReport?> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        // Twilio counts by whole days of GMT.
        var day = new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero);
        var start = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var reply = await api.GetAsync(
            $"{api.AccountPath}/Usage/Records.json?Category=sms-outbound&StartDate={start}", cancellationToken);
        return reply is { IsSuccess: true, Json: { } json }
            && json.RootElement.TryGetProperty("usage_records", out var records)
            && records.ValueKind == JsonValueKind.Array
                ? ReadRecords(records, day)
                : null;
    }

    private static UsageReport? ReadRecords(JsonElement records, DateTimeOffset day)
    {
        if (records.GetArrayLength() == 0)
        {
            return new UsageReport(day, 0);
        }

        var record = records[0];
        if (ReadNumber(record, "count") is not { } messages)
        {
            return null;
        }

        record.TryGetText("usage_unit", out var unit);
        record.TryGetText("price_unit", out var currency);
        var price = ReadNumber(record, "price");
        return new UsageReport(day, (long)messages)
        {
            Segments = unit == "segments" ? (long?)ReadNumber(record, "usage") : null,
            Price = price is { } amount ? Math.Abs(amount) : null,
            Currency = price is null ? null : currency?.ToUpperInvariant(),
        };
    }

    // A string in Twilio's API; a number would be as good.
    private static decimal? ReadNumber(JsonElement record, string name)
    {
        if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && decimal.TryParse(value.ToString(), Amount, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
