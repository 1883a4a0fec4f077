namespace Connector.Host.Problems;

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(ApiProblem problem) : Exception(problem.Code)
{
    public ApiProblem Problem { get; } = problem;
}
