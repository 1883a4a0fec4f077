using System.Text.Json;
using Connectors.TwilioSms.Answers;

namespace Connectors.TwilioSms.Http;

/// <summary>The answer to a question, which in contrast to a send may simply be asked again.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Json">The body when it is a JSON object.</param>
/// <param name="Code">Twilio's error code.</param>
internal sealed record TwilioReply(int Status, JsonDocument? Json, TwilioCode? Code) : IDisposable
{
    public static TwilioReply None { get; } = new(0, Json: null, Code: null);

    public bool IsSuccess => Status is >= 200 and < 300;

    public void Dispose() => Json?.Dispose();

    // The body may hold telephone numbers and texts.
    public override string ToString() => $"{nameof(TwilioReply)} {Status}";
}
