using Connector.Abstractions;

namespace Connector.Runtime.Isolation;

/// <summary>A <see cref="SendOutcome"/>, on its way.</summary>
internal sealed record WorkerOutcome
{
    public SendOutcome.Accepted? Accepted { get; init; }

    public SendOutcome.Refused? Refused { get; init; }

    public SendOutcome.Unknown? Unknown { get; init; }

    public static WorkerOutcome From(SendOutcome outcome) => new()
    {
        Accepted = outcome as SendOutcome.Accepted,
        Refused = outcome as SendOutcome.Refused,
        Unknown = outcome as SendOutcome.Unknown,
    };

    public SendOutcome? ToOutcome() => (SendOutcome?)Accepted ?? (SendOutcome?)Refused ?? Unknown;
}
