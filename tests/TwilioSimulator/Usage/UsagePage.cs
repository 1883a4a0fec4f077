namespace TwilioSimulator.Usage;

internal sealed record UsagePage(
    IReadOnlyList<UsageRecordResource> UsageRecords,
    int Page,
    int PageSize,
    int Start,
    int End,
    string Uri,
    string FirstPageUri,
    string? PreviousPageUri,
    string? NextPageUri);
