using System.Collections.Frozen;
using System.Text;

namespace TwilioSimulator.Accounts;

/// <summary>Knows which Basic credentials open which account.</summary>
internal sealed class AccountDirectory
{
    private const string Scheme = "Basic ";

    // The encoded credentials are the key: one lookup a request and nothing to decode.
    private readonly FrozenDictionary<string, SimulatedAccount> byCredentials;

    public AccountDirectory(TwilioSimulatorOptions options)
    {
        var live = new SimulatedAccount(options.AccountSid, "Simulated account", IsTest: false);
        var test = new SimulatedAccount(options.TestAccountSid, "Simulated test credentials", IsTest: true);
        byCredentials = new Dictionary<string, SimulatedAccount>(StringComparer.Ordinal)
        {
            [Encode(options.AccountSid, options.AuthToken)] = live,
            [Encode(options.ApiKeySid, options.ApiKeySecret)] = live,
            [Encode(options.TestAccountSid, options.TestAuthToken)] = test,
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public SimulatedAccount? Authenticate(string? authorization)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        return byCredentials.GetValueOrDefault(authorization[Scheme.Length..].Trim());
    }

    private static string Encode(string user, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
