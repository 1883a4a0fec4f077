using System.Globalization;
using TwilioSimulator.Faults;

namespace TwilioSimulator.Messages;

/// <summary>
/// Recipients that make something happen. Twilio's own are +1500555000N; ours are +150055 and a five-digit error
/// code, +15005559NNN for fault number NNN on every send and +15005558NNN on the first send only.
/// </summary>
internal static class MagicNumbers
{
    public const string StopsAtSent = "+15005557001";

    private const string CodePrefix = "+150055";
    private const string AlwaysPrefix = "+15005559";
    private const string OncePrefix = "+15005558";
    private const int Length = 12;

    /// <summary>What the create request is refused with, if this recipient asks for a refusal.</summary>
    public static int? Refusal(string to) =>
        to switch
        {
            "+15005550001" => 21211,
            "+15005550002" => 21612,
            "+15005550003" => 21408,
            "+15005550004" => 21610,
            "+15005550009" => 21614,
            _ => Code(to) is { } code && !IsAsynchronous(code) ? code : null,
        };

    /// <summary>The error the message ends with after it was accepted, if this recipient asks for one.</summary>
    public static int? DeliveryError(string to) => Code(to) is { } code && IsAsynchronous(code) ? code : null;

    public static FaultKind? Fault(string to, out bool onlyFirst)
    {
        onlyFirst = to.StartsWith(OncePrefix, StringComparison.Ordinal);
        if (to.Length != Length || !(onlyFirst || to.StartsWith(AlwaysPrefix, StringComparison.Ordinal)))
        {
            return null;
        }

        var digits = to.AsSpan(AlwaysPrefix.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && Enum.IsDefined((FaultKind)number)
                ? (FaultKind)number
                : null;
    }

    private static bool IsAsynchronous(int code) => code is >= 30001 and <= 30999;

    // 20000 to 39999 and 63000 to 63999 are Twilio's messaging codes; 5xxxx here would be +15005555…, Twilio's range.
    private static int? Code(string to) =>
        to.Length == Length
        && to.StartsWith(CodePrefix, StringComparison.Ordinal)
        && int.TryParse(to.AsSpan(CodePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is (> 20000 and < 40000) or (> 63000 and < 64000)
            ? code
            : null;
}
