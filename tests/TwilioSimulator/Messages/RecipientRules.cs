using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Checks To.</summary>
internal static class RecipientRules
{
    public static TwilioError? Check(FormFields form)
    {
        if (form.Filled("To") is not { } to)
        {
            return TwilioError.Of(21604);
        }

        if (Addresses.IsShortCode(to))
        {
            return TwilioError.Of(21265);
        }

        if (!Addresses.IsNumber(to) && !Addresses.IsChannel(to))
        {
            return TwilioError.Of(21211);
        }

        return MagicNumbers.Refusal(to) is { } code ? TwilioError.Of(code) : null;
    }
}
