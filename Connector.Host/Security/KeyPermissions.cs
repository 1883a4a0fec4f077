using System.Text.Json;

namespace Connector.Host.Security;

/// <summary>What permissions are called.</summary>
internal static class KeyPermissions
{
    public static IReadOnlyList<KeyPermission> All { get; } = Enum.GetValues<KeyPermission>();

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(NameOf)];

    /// <summary>Such as <c>revealNumbers</c>.</summary>
    public static string NameOf(KeyPermission permission) =>
        JsonNamingPolicy.CamelCase.ConvertName(permission.ToString());

    /// <returns><see langword="null"/> for a name that is none.</returns>
    public static KeyPermission? Parse(string name)
    {
        foreach (var permission in All)
        {
            if (string.Equals(NameOf(permission), name, StringComparison.Ordinal))
            {
                return permission;
            }
        }

        return null;
    }
}
