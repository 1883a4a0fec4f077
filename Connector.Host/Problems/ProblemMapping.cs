using Connector.Host.Api;
using Connector.Host.Security;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;

namespace Connector.Host.Problems;

/// <summary>Says which problem an exception is. Messages of unforeseen exceptions are never shown.</summary>
internal static class ProblemMapping
{
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(5);

    public static ApiProblem From(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        ConnectorRequestException refused => From(refused),
        StorageException storage => From(storage),
        PluginException plugin => From(plugin.Problem),
        ApiKeyFileException => KnownProblems.KeysUnavailable,
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
        Retryable = refused.Kind == ConnectorRequestKind.Unavailable || refused.IsTransient,
        RetryAfter = RetryAfter(refused),
        CurrentRevision = refused.CurrentRevision,
    };

    private static ApiProblem From(PluginProblem problem) => new()
    {
        Status = StatusCodes.Status409Conflict,
        Code = "plugin_unusable",
        Title = "The plugin can't be used",
        Detail = $"{problem.Code}: {problem.Cause} {problem.Fix}",
    };

    // What exactly is wrong with the database is the operator's: it is in the log and in doctor's report.
    private static ApiProblem From(StorageException storage) => new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Code = storage.Code,
        Title = "The host can't use its storage",
        Detail = "Nothing was stored. Send it again later; the host's log has the cause.",
        Retryable = true,
        RetryAfter = WhenUnavailable,
    };

    private static TimeSpan? RetryAfter(ConnectorRequestException refused) => refused switch
    {
        { IsTransient: true } => TimeSpan.FromSeconds(1),
        { Kind: ConnectorRequestKind.Unavailable } => WhenUnavailable,
        _ => null,
    };

    private static int StatusOf(ConnectorRequestKind kind) => kind switch
    {
        ConnectorRequestKind.NotFound => StatusCodes.Status404NotFound,
        ConnectorRequestKind.Conflict => StatusCodes.Status409Conflict,
        ConnectorRequestKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ConnectorRequestKind.Changed => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
