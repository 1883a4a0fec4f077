using System.Globalization;
using Connector.Host.Api;
using Connector.Runtime.Delivery;

namespace Connector.Host.Commands;

/// <summary>Prints messages.</summary>
internal static class MessageReport
{
    public static void WriteList(CommandOutput output, MessagePage page)
    {
        if (output.IsJson)
        {
            output.WriteJson(page.Messages, ApiJson.Indented.IReadOnlyListMessageResult);
        }
        else if (page.Messages.Count == 0)
        {
            output.WriteLine("No messages.");
        }
        else
        {
            output.WriteTable(
                ["ID", "TAKEN", "TO", "USAGE TYPE", "CONNECTOR", "STATUS", "REASON"], page.Messages.Select(Row));
        }

        // Beside the answer, so that a program finds nothing but the list.
        if (page.Next is { } cursor)
        {
            Console.Error.WriteLine($"There may be more: connector-host messages list --cursor {cursor}");
        }
    }

    public static void WriteOne(CommandOutput output, MessageResult message)
    {
        if (output.IsJson)
        {
            output.WriteJson(message, ApiJson.Indented.MessageResult);
            return;
        }

        output.WriteFields(
            ("Id", message.Id),
            ("Status", message.Status),
            ("To", message.To),
            ("Country", message.Country),
            ("Usage type", message.UsageType),
            ("Connector", message.Connector),
            ("Provider id", message.ProviderMessageId),
            ("Segments", message.Segments?.ToString(CultureInfo.InvariantCulture)),
            ("Price", message.Price is { } price ? FormattableString.Invariant($"{message.Currency} {price}") : null),
            ("Reason", message.Reason),
            ("Provider code", message.ProviderCode),
            ("Taken", Instant(message.CreatedAt)),
            ("Expires", Instant(message.ExpiresAt)));
        if (message.Attempts.Count > 0)
        {
            output.WriteLine();
            output.WriteTable(
                ["ATTEMPT", "STARTED", "MS", "CONNECTOR", "OUTCOME", "REASON", "CODE", "DETAIL"],
                message.Attempts.Select(Row));
        }
    }

    private static string[] Row(MessageResult message) =>
    [
        message.Id,
        Instant(message.CreatedAt),
        message.To,
        message.UsageType,
        message.Connector ?? "",
        message.Status,
        message.Reason ?? "",
    ];

    private static string[] Row(MessageAttempt attempt, int index) =>
    [
        (index + 1).ToString(CultureInfo.InvariantCulture),
        Instant(attempt.StartedAt),
        attempt.DurationMs.ToString("0", CultureInfo.InvariantCulture),
        attempt.Connector,
        attempt.Outcome,
        attempt.Reason ?? "",
        attempt.ProviderCode ?? "",
        attempt.Detail ?? "",
    ];

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
