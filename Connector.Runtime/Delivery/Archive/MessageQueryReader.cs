using System.Globalization;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Delivery;

/// <summary>Reads a request for a list of messages, and gathers everything that is wrong with it.</summary>
internal sealed class MessageQueryReader(MessageListRequest request)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private readonly List<ConfigIssue> issues = [];

    /// <param name="connectorNamed">Gives the name of a connector as it is configured; any other as it is.</param>
    /// <exception cref="ConnectorRequestException">The request is wrong; all its faults are in it.</exception>
    public MessageQuery Read(Func<string, string> connectorNamed)
    {
        var filter = new MessageFilter
        {
            Status = Read(request.Status, "status", MessageStatuses.Parse, StatusFault),
            Connector = request.Connector is { } name ? connectorNamed(name) : null,
            From = ReadInstant(request.From, "from"),
            Until = ReadInstant(request.Until, "until"),
        };
        if (filter.From >= filter.Until)
        {
            issues.Add(new ConfigIssue("/until", "until must be later than from."));
        }

        var to = request.To is null ? null : ReadNumber(request.To);
        var cursor = request.Cursor is null ? null : ReadCursor(request.Cursor);
        var limit = Read(request.Limit, "limit", ParseLimit, _ => $"must be a whole number from 1 to {MaxLimit}.");
        return issues.Count == 0
            ? new MessageQuery(filter, to, cursor, limit ?? DefaultLimit)
            : throw Invalid(issues);
    }

    public static ConnectorRequestException CursorOfOtherFilters() =>
        Invalid([new ConfigIssue("/cursor", "cursor belongs to a list with other filters. Leave it out.")]);

    private static ConnectorRequestException Invalid(IReadOnlyList<ConfigIssue> issues) =>
        new(ConnectorRequestKind.Invalid, "filter_invalid", "A filter is invalid", "Mend every entry of errors.")
        {
            Issues = issues,
        };

    private static string StatusFault(string text) =>
        $"is not one of {string.Join(", ", MessageStatuses.Names)}." +
        Spelling.Suggestion(text, MessageStatuses.Names);

    private static int? ParseLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && limit is >= 1 and <= MaxLimit
            ? limit
            : null;

    private DateTimeOffset? ReadInstant(string? text, string name) =>
        Read(text, name, RequestedInstant.Parse, _ => "must be an instant such as 2026-01-31T12:00:00Z.");

    private T? Read<T>(string? text, string name, Func<string, T?> parse, Func<string, string> fault)
        where T : struct
    {
        var value = text is null ? null : parse(text);
        if (text is not null && value is null)
        {
            issues.Add(new ConfigIssue($"/{name}", $"{name} {fault(text)}"));
        }

        return value;
    }

    private PhoneNumber? ReadNumber(string text)
    {
        try
        {
            return RecipientNumber.Parse(text, "/to");
        }
        catch (ConnectorRequestException fault)
        {
            issues.AddRange(fault.Issues);
            return null;
        }
    }

    private MessageFilter? ReadCursor(string text)
    {
        var cursor = MessageCursor.Read(text);
        if (cursor is null)
        {
            issues.Add(new ConfigIssue("/cursor", "cursor must be one that a page gave, unchanged."));
        }

        return cursor;
    }
}
