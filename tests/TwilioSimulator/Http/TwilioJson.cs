using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TwilioSimulator.Accounts;
using TwilioSimulator.Faults;
using TwilioSimulator.Messages;
using TwilioSimulator.Usage;

namespace TwilioSimulator.Http;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorResource))]
[JsonSerializable(typeof(AccountResource))]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(FeedbackResource))]
[JsonSerializable(typeof(UsagePage))]
[JsonSerializable(typeof(ProblemResource))]
internal sealed partial class TwilioJson : JsonSerializerContext
{
    /// <summary>Writes + and non-ASCII letters as they are, like Twilio.</summary>
    public static readonly TwilioJson Relaxed = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
