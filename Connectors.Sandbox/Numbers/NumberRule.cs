using System.Text.Json.Serialization;
using Connector.Abstractions;

namespace Connectors.Sandbox.Numbers;

/// <summary>How one number behaves.</summary>
internal sealed class NumberRule
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(5);

    [JsonPropertyName("phone")]
    public required string Phone { get; set; }

    [JsonPropertyName("behaviour")]
    public required NumberBehaviour Behaviour { get; set; }

    /// <summary>Why a refusing number refuses, or what a receipt gives as the cause of a failure.</summary>
    [JsonPropertyName("reason")]
    public RefusalReason? Reason { get; set; }

    /// <summary>How long the number takes to answer, whatever it answers.</summary>
    [JsonPropertyName("delay")]
    public TimeSpan? Delay { get; set; }

    [JsonIgnore]
    public TimeSpan EffectiveDelay => Delay ?? (Behaviour == NumberBehaviour.Slow ? SlowDelay : TimeSpan.Zero);

    public bool Refuses(int attempt) => Behaviour == NumberBehaviour.Refuse
        || (Behaviour == NumberBehaviour.RefuseOnce && attempt <= 1);
}
