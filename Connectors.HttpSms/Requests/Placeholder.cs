namespace Connectors.HttpSms.Requests;

/// <summary>What <c>{{…}}</c> in a request stands for.</summary>
/// <param name="Name">Between the braces.</param>
/// <param name="Read">The value for one message; empty when there is none.</param>
internal sealed record Placeholder(string Name, Func<MessageValues, string> Read)
{
    /// <summary>Whether the value consists of digits, so that it may stand in JSON without quotes.</summary>
    public bool IsNumber { get; init; }

    /// <summary>
    /// Whether an operator or the host gives the value: a path or a header holds only such, for what a caller of the
    /// host gives, such as <c>..</c>, could lead elsewhere.
    /// </summary>
    public bool IsTame { get; init; }
}
