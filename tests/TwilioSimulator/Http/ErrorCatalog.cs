using System.Collections.Frozen;

namespace TwilioSimulator.Http;

/// <summary>HTTP status and text of the codes that Twilio answers at once.</summary>
internal static class ErrorCatalog
{
    private static readonly FrozenDictionary<int, (int Status, string Message)> Known =
        new Dictionary<int, (int Status, string Message)>
        {
            [20001] = (400, "A parameter is not valid."),
            [20003] = (401, "Authenticate"),
            [20005] = (401, "Account is not active."),
            [20006] = (403, "Access denied."),
            [20008] = (403, "Resource not accessible with Test Account Credentials"),
            [20010] = (403, "This action is disabled for the account."),
            [20011] = (426, "The TLS version is too old."),
            [20403] = (403, "Forbidden."),
            [20404] = (404, "The requested resource was not found"),
            [20422] = (422, "A parameter is not valid."),
            [20426] = (426, "The TLS version is too old."),
            [20429] = (429, "Too Many Requests"),
            [20500] = (500, "An internal server error has occurred."),
            [20503] = (503, "Service unavailable, try again later."),
            [20504] = (504, "Gateway timeout."),
            [21211] = (400, "The 'To' number is not a valid phone number."),
            [21212] = (400, "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID."),
            [21265] = (400, "The 'To' number cannot be a Short Code."),
            [21266] = (400, "'To' and 'From' number cannot be the same."),
            [21408] = (400, "Permission to send an SMS has not been enabled for the region of the 'To' number."),
            [21602] = (400, "Message body is required."),
            [21603] = (400, "A 'From' phone number is required."),
            [21604] = (400, "A 'To' phone number is required."),
            [21606] = (400, "The 'From' phone number is not a message-capable number of this account."),
            [21608] = (400, "The 'To' number is unverified; trial accounts send to verified numbers only."),
            [21609] = (400, "The 'StatusCallback' URL is not a valid URL."),
            [21610] = (400, "Attempt to send to unsubscribed recipient"),
            [21611] = (400, "The 'From' number has exceeded the maximum number of queued messages."),
            [21612] = (400, "Message cannot be sent with the current combination of 'To' and 'From' parameters."),
            [21614] = (400, "The 'To' number is not a valid mobile number."),
            [21617] = (400, "The concatenated message body exceeds the 1600 character limit."),
            [21618] = (400, "The message body cannot be sent."),
            [21623] = (400, "The number of media files exceeds the allowed limit of 10."),
            [21624] = (400, "The 'ValidityPeriod' is not an integer from 1 to 36000."),
            [21655] = (400, "The 'ContentSid' is invalid."),
            [21656] = (400, "The 'ContentVariables' are invalid."),
            [21701] = (400, "The Messaging Service does not exist."),
            [21702] = (400, "The Messaging Service is not available to send."),
            [21703] = (400, "The Messaging Service has no phone number available for this message."),
            [21704] = (400, "The Messaging Service contains no phone numbers."),
            [21705] = (400, "The Messaging Service Sid is invalid."),
            [21730] = (503, "The service is under maintenance."),
            [35111] = (400, "'SendAt' is required with 'ScheduleType'."),
            [35114] = (400, "'SendAt' is outside the scheduling window."),
            [35118] = (400, "'MessagingServiceSid' is required with 'ScheduleType'."),
            [63038] = (429, "Account exceeded the daily messages limit"),
        }.ToFrozenDictionary();

    public static (int Status, string Message) Find(int code) =>
        Known.TryGetValue(code, out var found) ? found : (400, "The request was refused.");
}
