using Connector.Host.Api;
using Connector.Runtime.Connectors;

namespace Connector.Host.Problems;

/// <summary>Says which problem an exception is. Messages of unforeseen exceptions are never shown.</summary>
internal static class ProblemMapping
{
    public static ApiProblem From(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        ConnectorRequestException refused => From(refused),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            KnownProblems.BodyTooLarge(JsonBody.MaxBytes),
        BadHttpRequestException bad => KnownProblems.ForStatus(bad.StatusCode),
        _ => KnownProblems.InternalError,
    };

    private static ApiProblem From(ConnectorRequestException refused) => new()
    {
        Status = StatusOf(refused.Kind),
        Code = refused.Code,
        Title = refused.Title,
        Detail = refused.Message,
        Errors = refused.Issues.Count == 0
            ? null
            : [.. refused.Issues.Select(issue => new ProblemError(issue.Pointer, issue.Message))],
        Retryable = refused.Kind == ConnectorRequestKind.Unavailable,
    };

    private static int StatusOf(ConnectorRequestKind kind) => kind switch
    {
        ConnectorRequestKind.NotFound => StatusCodes.Status404NotFound,
        ConnectorRequestKind.Conflict => StatusCodes.Status409Conflict,
        ConnectorRequestKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
