using Connector.Host.Problems;
using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

/// <summary>Reads the parameters that lists have in common.</summary>
internal static class ListParameters
{
    public static int Limit(int? limit, int defaultLimit, int maxLimit)
    {
        var count = limit ?? defaultLimit;
        return count >= 1 && count <= maxLimit ? count : throw Invalid("limit", $"Must be from 1 to {maxLimit}.");
    }

    /// <summary>Reads a list whose filters the engine judges.</summary>
    /// <exception cref="ProblemException">A filter is wrong.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ConnectorRequestException wrong) when (wrong.Kind == ConnectorRequestKind.Invalid)
        {
            throw new ProblemException(KnownProblems.InvalidParameters(
                [.. wrong.Issues.Select(issue => new ProblemError(issue.Pointer, issue.Message))]));
        }
    }

    public static ProblemException Invalid(string name, string message) =>
        new(KnownProblems.InvalidParameters([new ProblemError($"/{name}", message)]));
}
