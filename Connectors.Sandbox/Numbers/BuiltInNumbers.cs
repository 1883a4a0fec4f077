using System.Globalization;
using Connector.Abstractions;

namespace Connectors.Sandbox.Numbers;

/// <summary>
/// The test numbers of the guide. 555-0100 to 555-0199 are reserved for fiction, so they are nobody's, and number
/// libraries still take them for valid.
/// </summary>
internal static class BuiltInNumbers
{
    private const string Prefix = "+1907555";
    private const int FirstRefusal = 100;

    public static IReadOnlyList<NumberRule> All { get; } =
    [
        .. Enum.GetValues<RefusalReason>().Select(Refusing),
        Number(120, NumberBehaviour.Slow),
        Number(121, NumberBehaviour.Unknown),
        Number(122, NumberBehaviour.Lost),
        Number(123, NumberBehaviour.RefuseOnce, RefusalReason.ProviderUnavailable),
        Number(130, NumberBehaviour.Undelivered, RefusalReason.InvalidRecipient),
        Number(131, NumberBehaviour.Failed, RefusalReason.ContentRejected),
        Number(132, NumberBehaviour.Disordered),
    ];

    private static NumberRule Refusing(RefusalReason reason) =>
        Number(FirstRefusal + (int)reason, NumberBehaviour.Refuse, reason);

    private static NumberRule Number(int last, NumberBehaviour behaviour, RefusalReason? reason = null) => new()
    {
        Phone = Prefix + last.ToString("D4", CultureInfo.InvariantCulture),
        Behaviour = behaviour,
        Reason = reason,
    };
}
