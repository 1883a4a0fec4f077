namespace TwilioSimulator.Usage;

internal sealed record UsageRecordResource(
    string Category,
    string Description,
    string AccountSid,
    string StartDate,
    string EndDate,
    string AsOf,
    string Count,
    string CountUnit,
    string Usage,
    string UsageUnit,
    string Price,
    string PriceUnit,
    string ApiVersion,
    string Uri);
