using Microsoft.Extensions.Options;

namespace Connector.Host.Security;

internal sealed class SecurityOptionsValidator : IValidateOptions<SecurityOptions>
{
    private const string Key = "ConnectorHost:Security:BootstrapKey";

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        if (options.BootstrapKey is not { } value)
        {
            return ValidateOptionsResult.Success;
        }

        if (value.Length < SecurityOptions.MinKeyLength)
        {
            return ValidateOptionsResult.Fail(
                $"{Key} must have at least {SecurityOptions.MinKeyLength} characters; "
                + "\"openssl rand -base64 33\" makes a good one.");
        }

        return value.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? ValidateOptionsResult.Fail($"{Key} may hold only printable ASCII characters, no spaces.")
            : ValidateOptionsResult.Success;
    }
}
