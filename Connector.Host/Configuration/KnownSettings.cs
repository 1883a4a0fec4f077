using Connector.Host.Security;
using Microsoft.Extensions.Options;

namespace Connector.Host.Configuration;

/// <summary>Refuses settings of the host that nobody reads: a misspelt name would silently mean its default.</summary>
internal sealed class KnownSettings(IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    private const string Root = "ConnectorHost";

    // The engine checks what is below Plugins, Connectors and Messages.
    public static IReadOnlyList<string> RootNames { get; } =
        ["Plugins", "Connectors", "DataPath", "SecretsPath", "Security", "Messages"];

    private static readonly string[] SecurityNames = [nameof(SecurityOptions.BootstrapKey)];

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        List<string> failures = [.. Unknown(Root, RootNames), .. Unknown(SecurityOptions.Section, SecurityNames)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Unknown(string section, IReadOnlyList<string> known) => configuration
        .GetSection(section)
        .GetChildren()
        .Where(setting => !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
        .Select(setting => $"{setting.Path} is not a known setting. Use {string.Join(", ", known)}.");
}
