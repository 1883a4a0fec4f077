using System.Text.Json.Serialization;

namespace Connector.Host.Problems;

/// <summary>Why a request was not served (RFC 9457).</summary>
/// <remarks>Holds no phone number, secret, stack trace or raw answer of a provider.</remarks>
public sealed record ApiProblem
{
    private const string TypePrefix = "urn:connectorplatform:problem:";

    /// <summary>Identifies the kind of problem: <c>urn:connectorplatform:problem:</c> and the code.</summary>
    public string Type => TypePrefix + Code;

    /// <summary>The kind of problem in a few words; the same for every problem of this kind.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time and how to mend it.</summary>
    public string? Detail { get; init; }

    /// <summary>The kind of problem, for programs. Never changes its meaning.</summary>
    public required string Code { get; init; }

    /// <summary>Every single fault found in the request's body or parameters.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>Whether the same request may succeed later without being changed.</summary>
    public bool Retryable { get; init; }

    /// <summary>When to send it again: becomes the header Retry-After.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is really there, when another revision was expected: becomes the header ETag.</summary>
    [JsonIgnore]
    public long? CurrentRevision { get; init; }

    /// <summary>Names this request in the host's log and traces.</summary>
    public string? TraceId { get; init; }
}
