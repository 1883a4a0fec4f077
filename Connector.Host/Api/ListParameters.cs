using Connector.Host.Problems;

namespace Connector.Host.Api;

/// <summary>Reads the parameters that lists have in common.</summary>
internal static class ListParameters
{
    public static int Limit(int? limit, int defaultLimit, int maxLimit)
    {
        var count = limit ?? defaultLimit;
        return count >= 1 && count <= maxLimit ? count : throw Invalid($"limit is a number from 1 to {maxLimit}.");
    }

    public static ProblemException Invalid(string detail) => new(new ApiProblem
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "invalid_parameter",
        Title = "A parameter is out of range",
        Detail = detail,
    });
}
