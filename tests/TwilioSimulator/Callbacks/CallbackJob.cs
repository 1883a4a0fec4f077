using TwilioSimulator.Messages;

namespace TwilioSimulator.Callbacks;

/// <summary>A status report that waits to be delivered.</summary>
internal sealed record CallbackJob(SimulatedMessage Message, Uri Url)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string ToString() => Message.ToString();
}
