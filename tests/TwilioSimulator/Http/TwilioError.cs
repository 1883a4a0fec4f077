using System.Globalization;

namespace TwilioSimulator.Http;

/// <summary>A refusal in Twilio's terms.</summary>
internal sealed record TwilioError(int Code, int Status, string Message)
{
    public string MoreInfo => string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{Code}");

    public static TwilioError Of(int code)
    {
        var (status, message) = ErrorCatalog.Find(code);
        return new TwilioError(code, status, message);
    }

    public static TwilioError Parameter(string name) =>
        Of(20001) with { Message = $"Parameter '{name}' has a value that is not valid." };

    public static TwilioError NotFound(string path) =>
        Of(20404) with { Message = $"The requested resource {path} was not found" };

    public Reply ToReply() =>
        Reply.Json(Status, TwilioJson.Relaxed.ErrorResource, new ErrorResource(Code, Message, MoreInfo, Status));
}
