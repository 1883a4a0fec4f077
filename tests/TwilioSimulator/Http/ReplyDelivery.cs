namespace TwilioSimulator.Http;

/// <summary>What happens to an answer on its way.</summary>
internal enum ReplyDelivery
{
    Whole,

    /// <summary>The connection breaks and no byte of the answer leaves.</summary>
    Abort,

    /// <summary>Headers and half of the body leave, the rest only after the reply's delay.</summary>
    Stall,
}
