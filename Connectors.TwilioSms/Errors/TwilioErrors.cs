using System.Collections.Frozen;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Errors;

/// <summary>Twilio's error codes in the host's terms (https://www.twilio.com/docs/api/errors).</summary>
internal static class TwilioErrors
{
    private static readonly FrozenDictionary<int, RefusalReason> Reasons = new Dictionary<RefusalReason, int[]>
    {
        [RefusalReason.InvalidRecipient] =
        [
            21211, 21214, 21217, 21265, 21266, 21268, 21614, 21635,
            30004, 30005, 30006,
        ],
        [RefusalReason.OptedOut] = [21610],

        // Not the number is at fault but this route to it. The 304xx and 604xx codes are protection against SMS
        // pumping, which blocks a range of numbers for minutes or hours.
        [RefusalReason.UnsupportedDestination] = [21408, 21612, 30450, 30453, 60410],
        [RefusalReason.ContentRejected] =
        [
            21605, 21617, 21618, 21620, 21621, 21622, 21623, 21656, 21658,
            30007, 30019, 30038, 30044,
        ],
        [RefusalReason.Authentication] = [20003, 20005, 20006, 20008, 20010, 20403, 30002, 30037],
        [RefusalReason.Misconfigured] =
        [
            20001, 20011, 20404, 20422, 20426,
            21212, 21267, 21601, 21602, 21603, 21604, 21606, 21607, 21608, 21609, 21619, 21624, 21654, 21655, 21657,
            21659, 21660, 21661, 21664, 21665, 21666, 21667, 21701, 21702, 21703, 21704, 21705,
            30010, 30032, 30033, 30034, 30035, 30045,
            35111, 35114, 35118,
        ],
        [RefusalReason.RateLimited] = [20429, 21611, 30001, 30022, 63017],
        [RefusalReason.QuotaExhausted] = [14107, 30023, 30027, 30454, 63038],

        // A switched-off handset (30003), a congested carrier (30017) and a message that waited too long (30036) are
        // not the provider's fault, but like its own failures they may pass.
        [RefusalReason.ProviderUnavailable] =
        [
            20500, 20503, 20504, 21730,
            30003, 30008, 30017, 30036, 30410, 30500,
        ],
    }
    .SelectMany(reason => reason.Value.Select(code => KeyValuePair.Create(code, reason.Key)))
    .ToFrozenDictionary();

    /// <summary>Finds what a code means.</summary>
    /// <returns><see langword="null"/> for no code, and for one that isn't known here.</returns>
    public static RefusalReason? Find(int? code) =>
        code is { } known && Reasons.TryGetValue(known, out var reason) ? reason : null;
}
