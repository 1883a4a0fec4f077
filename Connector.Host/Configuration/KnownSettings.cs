using Connector.Host.Security;
using Microsoft.Extensions.Options;

namespace Connector.Host.Configuration;

/// <summary>Refuses settings of the host that nobody reads: a misspelt name would silently mean its default.</summary>
internal sealed class KnownSettings(IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    private static readonly string[] SecurityNames = [nameof(SecurityOptions.BootstrapKey)];

    /// <summary>The host's own names beside the engine's, which the engine checks together.</summary>
    public static IReadOnlyList<string> BesideTheEngine { get; } = ["SecretsPath", "Security"];

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        var failures = configuration.GetSection(SecurityOptions.Section).GetChildren()
            .Where(setting => !SecurityNames.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(setting => $"{setting.Path} is not a known setting. Use {string.Join(", ", SecurityNames)}.")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
