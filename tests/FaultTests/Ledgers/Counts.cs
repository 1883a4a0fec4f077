namespace FaultTests.Ledgers;

/// <summary>What became of the messages of a scenario.</summary>
internal sealed record Counts
{
    /// <summary>The client read that the message is stored.</summary>
    public required int Accepted { get; init; }

    /// <summary>The provider got it, accepted ones only.</summary>
    public required int Sent { get; init; }

    /// <summary>The provider never got it, and its status says so.</summary>
    public required int NotSent { get; init; }

    /// <summary>The provider never got it, and its status says that nobody knows.</summary>
    public required int Unknown { get; init; }

    /// <summary>Accepted, and then forgotten or left lying.</summary>
    public required int Lost { get; init; }

    /// <summary>The provider got it more than once.</summary>
    public required int Doubled { get; init; }

    /// <summary>Those doubled of which the host knew that it didn't know whether the first one had left.</summary>
    public required int DoubledUnknown { get; init; }

    /// <summary>The provider got it although no client read that it is stored.</summary>
    public required int Unacknowledged { get; init; }

    public override string ToString() =>
        $"accepted {Accepted}, sent {Sent}, not sent {NotSent}, unknown {Unknown}, lost {Lost}, doubled {Doubled} "
        + $"(after an unknown outcome {DoubledUnknown}), sent without acknowledgement {Unacknowledged}";
}
