using Connector.Abstractions;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>What came of one send.</summary>
/// <param name="Outcome">The answer, when there was one.</param>
/// <param name="Error">What the send threw.</param>
internal sealed record Trial(SendOutcome? Outcome, Exception? Error)
{
    public IReadOnlyList<ProviderRequest> Requests { get; init; } = [];

    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>The answer in words that hold nothing private.</summary>
    public string Described => (Outcome, Error) switch
    {
        (SendOutcome.Accepted, _) => "Accepted",
        (SendOutcome.Refused refused, _) => $"Refused({refused.Reason})",
        (SendOutcome.Unknown, _) => "Unknown",
        (_, TimeoutException) => "no answer at all",
        (_, { } error) => error.GetType().Name,
        _ => "null",
    };

    public static async Task<Trial> RunAsync(
        ConnectorRig rig, SampleSend send, TimeSpan patience, CancellationToken cancellationToken)
    {
        var trial = await OfAsync(
            () => rig.Connector.SendAsync(send.Phone, send.UsageType, send.Payload, cancellationToken), patience);
        cancellationToken.ThrowIfCancellationRequested();
        return trial with { Log = rig.Log.Entries };
    }

    public static async Task<Trial> OfAsync(Func<Task<SendOutcome>> call, TimeSpan patience)
    {
        try
        {
            return new Trial(await Call.RunAsync(call, patience, CancellationToken.None), Error: null);
        }
        catch (Exception error)
        {
            return new Trial(Outcome: null, error);
        }
    }
}
