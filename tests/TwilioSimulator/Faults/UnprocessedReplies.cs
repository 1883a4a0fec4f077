using TwilioSimulator.Http;

namespace TwilioSimulator.Faults;

/// <summary>Wrong answers to requests that are not processed: nothing is stored.</summary>
internal static class UnprocessedReplies
{
    private const string Html = "text/html; charset=utf-8";

    public static Reply? For(FaultSwitch fault, string path) =>
        fault.Kind switch
        {
            FaultKind.TooManyRequests => TwilioError.Of(fault.ErrorCode ?? 20429).ToReply(),
            FaultKind.Unavailable => TwilioError.Of(fault.ErrorCode ?? 20503).ToReply(),
            FaultKind.Unauthorized => TwilioError.Of(fault.ErrorCode ?? 20003).ToReply(),
            FaultKind.UnavailableHtml => Reply.Text(503, Html, Page("503 Service Temporarily Unavailable")),
            FaultKind.InternalErrorEmpty => Reply.Empty(500),
            FaultKind.BadGatewayNull => Reply.Text(502, Reply.JsonType, "null"),
            FaultKind.Redirect => Reply.Empty(302) with { Location = "/elsewhere" },
            FaultKind.CreatedHtml => Reply.Text(201, Html, Page("Welcome to our network. Please sign in.")),
            FaultKind.Problem => Problem(fault, path),
            FaultKind.CodeAsString => Reply.Text(400, Reply.JsonType, ErrorWith("\"21211\"")),
            FaultKind.CodeTooLarge => Reply.Text(400, Reply.JsonType, ErrorWith("99999999999999999999")),
            FaultKind.ResetBeforeAnswer => Reply.Empty(503) with { Delivery = ReplyDelivery.Abort },
            _ => null,
        };

    private static string Page(string text) => $"<html><head><title>{text}</title></head><body>{text}</body></html>";

    private static string ErrorWith(string code) =>
        $$"""{"code":{{code}},"message":"The 'To' number is not valid.","more_info":"","status":400}""";

    private static Reply Problem(FaultSwitch fault, string path)
    {
        var problem = new ProblemResource(
            "https://www.twilio.com/docs/api/errors/20422",
            "Invalid parameter",
            422,
            fault.ErrorCode ?? 20422,
            "The request has a parameter that is not valid.",
            path,
            [new ProblemError("is not valid", "#/To")]);
        var reply = Reply.Json(422, TwilioJson.Relaxed.ProblemResource, problem);
        return reply with { ContentType = "application/problem+json" };
    }
}
