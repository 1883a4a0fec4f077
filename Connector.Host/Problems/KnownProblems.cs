namespace Connector.Host.Problems;

/// <summary>The problems that the web layer itself finds. What they mean is documented in <c>docs/api.md</c>.</summary>
internal static class KnownProblems
{
    public static ApiProblem Unauthorized { get; } = new()
    {
        Status = StatusCodes.Status401Unauthorized,
        Code = "unauthorized",
        Title = "A valid API key is needed",
        Detail = "Send the header \"Authorization: Bearer <key>\" with a key of this host.",
    };

    public static ApiProblem UnsupportedMediaType { get; } = new()
    {
        Status = StatusCodes.Status415UnsupportedMediaType,
        Code = "unsupported_media_type",
        Title = "The body is not JSON",
        Detail = "Send the header \"Content-Type: application/json\".",
    };

    public static ApiProblem Starting { get; } = new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Code = "starting",
        Title = "The host is starting",
        Detail = "Nothing was stored. Send it again in a few seconds.",
        Retryable = true,
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ApiProblem KeysUnavailable { get; } = new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Code = "keys_unavailable",
        Title = "The host can't change its keys",
        Detail = "Nothing was changed. The file keys.json in the host's data folder can't be read or written.",
        Retryable = true,
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ApiProblem InternalError { get; } = new()
    {
        Status = StatusCodes.Status500InternalServerError,
        Code = "internal_error",
        Title = "The host failed",
        Detail = "The host's log has the cause under this traceId.",
    };

    public static ApiProblem BodyTooLarge(long limitInBytes) => new()
    {
        Status = StatusCodes.Status413PayloadTooLarge,
        Code = "body_too_large",
        Title = "The body is too large",
        Detail = $"A body has at most {limitInBytes} bytes.",
    };

    public static ApiProblem MalformedJson(string detail) => new()
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "malformed_json",
        Title = "The body is not valid JSON",
        Detail = detail,
    };

    public static ApiProblem InvalidBody(IReadOnlyList<ProblemError> errors) => new()
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "invalid_body",
        Title = "The body does not have the expected form",
        Detail = "Mend every entry of errors.",
        Errors = errors,
    };

    public static ApiProblem InvalidParameters(IReadOnlyList<ProblemError> errors) => new()
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "invalid_parameter",
        Title = "A parameter is out of range",
        Detail = "Mend every entry of errors.",
        Errors = errors,
    };

    /// <summary>The problem for a status that was answered without a body, such as an unknown route.</summary>
    public static ApiProblem ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthorized,
        StatusCodes.Status404NotFound => Plain(
            status, "not_found", "There is nothing at this address", "The routes are listed at /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed => Plain(
            status,
            "method_not_allowed",
            "This address does not take that method",
            "The Allow header names the methods."),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        >= 500 => InternalError with { Status = status },
        _ => Plain(
            status,
            "bad_request",
            "The request cannot be read",
            "A header, or a parameter of the address, has the wrong form."),
    };

    private static ApiProblem Plain(int status, string code, string title, string detail) =>
        new() { Status = status, Code = code, Title = title, Detail = detail };
}
