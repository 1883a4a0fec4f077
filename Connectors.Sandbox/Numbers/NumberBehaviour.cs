using System.Text.Json.Serialization;

namespace Connectors.Sandbox.Numbers;

internal enum NumberBehaviour
{
    /// <summary>The message arrives.</summary>
    [JsonStringEnumMemberName("accept")]
    Accept = 0,

    /// <summary>The message is refused with the rule's reason.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse = 1,

    /// <summary>The first attempt is refused with the rule's reason, every further one arrives.</summary>
    [JsonStringEnumMemberName("refuseOnce")]
    RefuseOnce = 2,

    /// <summary>The message arrives after five seconds, or the rule's delay.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow = 3,

    /// <summary>The message arrives, but the sender doesn't learn it. A lookup finds it.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 4,

    /// <summary>The message doesn't arrive, and the sender doesn't learn that. A lookup finds nothing.</summary>
    [JsonStringEnumMemberName("lost")]
    Lost = 5,

    /// <summary>The message arrives, but a receipt says that it could not be delivered.</summary>
    [JsonStringEnumMemberName("undelivered")]
    Undelivered = 6,

    /// <summary>The message arrives, but a receipt says that it could not be sent.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 7,

    /// <summary>The message arrives; its receipts come twice and the last one first.</summary>
    [JsonStringEnumMemberName("disordered")]
    Disordered = 8,
}
