using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;

namespace Connector.Host.Security;

/// <summary>Why keys are not changed, or don't open something.</summary>
internal static class KeyRequests
{
    public static ConnectorRequestException Invalid(IReadOnlyList<ConfigIssue> issues) => new(
        ConnectorRequestKind.Invalid, "key_invalid", "The key can't be created", "Mend every entry of errors.")
    {
        Issues = issues,
    };

    public static ConnectorRequestException NotFound(string id) => id == ValidKey.BootstrapId
        ? new ConnectorRequestException(
            ConnectorRequestKind.Conflict,
            "key_configured",
            "The key comes from the configuration",
            "Remove ConnectorHost:Security:BootstrapKey from it and restart the host.")
        : new ConnectorRequestException(
            ConnectorRequestKind.NotFound, "key_not_found", "No such key", "GET /api/v1/keys lists them.");

    public static ConnectorRequestException Last() => new(
        ConnectorRequestKind.Conflict,
        "last_key",
        "The last key can't be revoked",
        "Nobody else could manage keys without it. Create another key that may manageKeys before.");

    public static ConnectorRequestException TooMany(int most) => new(
        ConnectorRequestKind.Conflict,
        "too_many_keys",
        "There are too many keys",
        $"There can be {most}. Revoke one that isn't used any more.");

    public static ProblemException Missing(KeyPermission permission) => new(new ApiProblem
    {
        Status = StatusCodes.Status403Forbidden,
        Code = "permission_missing",
        Title = "The key may not do this",
        Detail = $"It was not granted {KeyPermissions.NameOf(permission)}. Use a key that was, or create one: "
            + $"connector-host keys create --name … --permission {KeyPermissions.NameOf(permission)}",
    });
}
