using System.Globalization;
using TwilioSimulator.Accounts;
using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Checks From and MessagingServiceSid.</summary>
internal sealed class SenderRules(TwilioSimulatorOptions options)
{
    // MG, zeros and a five-digit code stand for a Messaging Service that fails with that code.
    private const string MagicService = "MG000000000000000000000000000";

    private readonly HashSet<string> services = new(options.MessagingServiceSids, StringComparer.Ordinal);
    private readonly HashSet<string> numbers = new(options.FromNumbers, StringComparer.Ordinal);

    public TwilioError? Check(FormFields form, SimulatedAccount account)
    {
        var from = form.Filled("From");
        var service = form.Filled("MessagingServiceSid");
        if (from is null && service is null)
        {
            return TwilioError.Of(21603);
        }

        var code = CheckService(service, account) ?? CheckFrom(from, form.Filled("To"), account);
        return code is { } found ? TwilioError.Of(found) : null;
    }

    private int? CheckService(string? service, SimulatedAccount account)
    {
        if (service is null)
        {
            return null;
        }

        if (!TwilioSid.IsValid(service, "MG"))
        {
            return 21705;
        }

        if (service.StartsWith(MagicService, StringComparison.Ordinal))
        {
            var code = int.Parse(
                service.AsSpan(MagicService.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return code is >= 0x21701 and <= 0x21705 ? 21700 + (code & 0xF) : 21701;
        }

        return account.IsTest || !services.Contains(service) ? 21701 : null;
    }

    private int? CheckFrom(string? from, string? to, SimulatedAccount account) =>
        from switch
        {
            null => null,
            "+15005550001" => 21212,
            "+15005550007" => 21606,
            "+15005550008" => 21611,
            _ when account.IsTest => from is "+15005550006" ? null : 21606,
            _ when from == to => 21266,
            _ when numbers.Contains(from) || Addresses.IsChannel(from) => null,
            _ when Addresses.IsNumber(from) || Addresses.IsShortCode(from) => 21606,
            _ when Addresses.IsAlphanumeric(from) => null,
            _ => 21212,
        };
}
