using Connector.Host.Problems;

namespace Connector.Host.Api;

/// <summary>Reads the parameters that lists have in common.</summary>
internal static class ListParameters
{
    public static int Limit(int? limit, int defaultLimit, int maxLimit)
    {
        var count = limit ?? defaultLimit;
        return count >= 1 && count <= maxLimit ? count : throw Invalid("limit", $"Must be from 1 to {maxLimit}.");
    }

    public static ProblemException Invalid(string name, string message) =>
        new(KnownProblems.InvalidParameters([new ProblemError($"/{name}", message)]));
}
