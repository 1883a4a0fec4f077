using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Checks Body, MediaUrl and ContentSid.</summary>
internal static class ContentRules
{
    private const int MaxBodyCharacters = 1600;
    private const int MaxMedia = 10;

    public static TwilioError? Check(FormFields form)
    {
        var body = form.Filled("Body");
        var content = form.Filled("ContentSid");
        var code = (body, content) switch
        {
            (null, null) when form.Filled("MediaUrl") is null => 21602,
            ({ Length: > MaxBodyCharacters }, _) => 21617,
            (_, { } sid) when !TwilioSid.IsValid(sid, "HX") => 21655,
            _ when form.Count("MediaUrl") > MaxMedia => 21623,
            _ => (int?)null,
        };
        return code is { } found ? TwilioError.Of(found) : null;
    }
}
