using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TwilioSimulator.Callbacks;
using TwilioSimulator.Faults;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Control;

[JsonSerializable(typeof(IReadOnlyList<FaultDto>))]
[JsonSerializable(typeof(IReadOnlyList<RecordedRequest>))]
[JsonSerializable(typeof(IReadOnlyList<SimulatedMessage>))]
[JsonSerializable(typeof(IReadOnlyList<CallbackAttempt>))]
[JsonSerializable(typeof(AdvanceDto))]
[JsonSerializable(typeof(StatusDto))]
[JsonSerializable(typeof(CountDto))]
[JsonSerializable(typeof(ControlErrorDto))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    public static readonly ControlJson Relaxed = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<FaultKind>(namingPolicy: null, allowIntegerValues: false),
            new JsonStringEnumConverter<FaultOperation>(namingPolicy: null, allowIntegerValues: false),
        },
    });
}
