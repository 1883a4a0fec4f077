using System.Globalization;
using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>A message as Twilio's JSON shows it; numbers are strings where Twilio has strings.</summary>
internal sealed record MessageResource
{
    public required string Body { get; init; }

    public required string NumSegments { get; init; }

    public string Direction { get; init; } = "outbound-api";

    public string? From { get; init; }

    public required string DateUpdated { get; init; }

    public string? Price { get; init; }

    public string? ErrorMessage { get; init; }

    public required string Uri { get; init; }

    public required string AccountSid { get; init; }

    public required string NumMedia { get; init; }

    public required string To { get; init; }

    public required string DateCreated { get; init; }

    public required string Status { get; init; }

    public required string Sid { get; init; }

    public string? DateSent { get; init; }

    public string? MessagingServiceSid { get; init; }

    public int? ErrorCode { get; init; }

    public string PriceUnit { get; init; } = "USD";

    public string ApiVersion { get; init; } = TwilioPaths.ApiVersion;

    public required SubresourceUris SubresourceUris { get; init; }

    public static MessageResource Of(SimulatedMessage message)
    {
        var path = TwilioPaths.MessageWithoutExtension(message.AccountSid, message.Sid);
        return new MessageResource
        {
            Sid = message.Sid,
            AccountSid = message.AccountSid,
            To = message.To,
            From = message.From,
            MessagingServiceSid = message.MessagingServiceSid,
            Body = message.Body,
            Status = message.Status,
            ErrorCode = message.ErrorCode,
            ErrorMessage = message.ErrorCode is null ? null : "The message was not delivered.",
            NumSegments = message.Segments.ToString(CultureInfo.InvariantCulture),
            NumMedia = message.Media.ToString(CultureInfo.InvariantCulture),
            Price = message.Price is { } price ? (-price).ToString("0.00000", CultureInfo.InvariantCulture) : null,
            DateCreated = TwilioDates.Rfc2822(message.CreatedAt),
            DateSent = TwilioDates.Rfc2822(message.SentAt),
            DateUpdated = TwilioDates.Rfc2822(message.UpdatedAt),
            Uri = path + ".json",
            SubresourceUris = new SubresourceUris($"{path}/Media.json", $"{path}/Feedback.json"),
        };
    }

    // Holds a number and a text.
    public override string ToString() => $"{Sid} {Status}";
}
