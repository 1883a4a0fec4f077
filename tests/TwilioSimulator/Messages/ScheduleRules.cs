using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Checks ScheduleType and SendAt.</summary>
internal static class ScheduleRules
{
    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(35);

    public static TwilioError? Check(FormFields form, DateTimeOffset now)
    {
        var sendAt = form.Filled("SendAt");
        if (sendAt is not null && !TwilioDates.TryInstant(sendAt, out _))
        {
            return TwilioError.Parameter("SendAt");
        }

        if (form.Filled("ScheduleType") is null)
        {
            return null;
        }

        if (form.Filled("MessagingServiceSid") is null)
        {
            return TwilioError.Of(35118);
        }

        return sendAt is null ? TwilioError.Of(35111) : CheckWindow(sendAt, now);
    }

    private static TwilioError? CheckWindow(string sendAt, DateTimeOffset now)
    {
        TwilioDates.TryInstant(sendAt, out var instant);
        var wait = instant - now;
        return wait >= Earliest && wait <= Latest ? null : TwilioError.Of(35114);
    }
}
