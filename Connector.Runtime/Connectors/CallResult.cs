namespace Connector.Runtime.Connectors;

/// <summary>What a call of a connector's code gave.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Value">The result, when it completed.</param>
/// <param name="Fault">The exception's type, when it failed. Its message may hold what was being sent.</param>
internal readonly record struct CallResult<T>(CallEnd End, T? Value, string? Fault)
    where T : class
{
    public static CallResult<T> Of(T value) => new(CallEnd.Completed, value, Fault: null);

    public static CallResult<T> Without(CallEnd end, string? fault = null) => new(end, default, fault);
}
