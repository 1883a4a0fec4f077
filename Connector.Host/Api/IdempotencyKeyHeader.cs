using System.Text;
using Connector.Host.Problems;

namespace Connector.Host.Api;

/// <summary>
/// Reads <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header-07): a string in quotes, or, as many clients
/// send it, the bare key.
/// </summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    private const string ReplayedName = "Idempotency-Replayed";

    /// <returns><see langword="null"/> when the caller sends none.</returns>
    /// <exception cref="ProblemException">There are several, or the quotes don't match.</exception>
    public static string? Read(HttpRequest request)
    {
        var values = request.Headers[Name];
        return values switch
        {
            [] => null,
            [{ } value] => Unquote(value.Trim()) ?? throw Malformed("its quotes don't match"),
            _ => throw Malformed("it is there more than once"),
        };
    }

    public static void ConfirmReplay(HttpResponse response) => response.Headers[ReplayedName] = "true";

    private static string? Unquote(string value)
    {
        if (!value.StartsWith('"'))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var index = 1; index < value.Length; index++)
        {
            if (value[index] == '"')
            {
                return index == value.Length - 1 ? text.ToString() : null;
            }

            index += value[index] == '\\' ? 1 : 0;
            text.Append(index < value.Length ? value[index] : '\\');
        }

        return null;
    }

    private static ProblemException Malformed(string what) => new(new ApiProblem
    {
        Status = StatusCodes.Status400BadRequest,
        Code = "idempotency_key_malformed",
        Title = "The idempotency key can't be read",
        Detail = $"Nothing was stored. The header {Name} is wrong: {what}. Send it once, such as {Name}: \"8e03978e\".",
    });
}
