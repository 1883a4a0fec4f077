using System.Globalization;
using System.Text;
using TwilioSimulator.Faults;

namespace TwilioSimulator.Terminal;

/// <summary>The page that tells a person how to use the simulator.</summary>
internal static class Guide
{
    private const string Numbers =
        """
        Recipients that make something happen (any other number is delivered):
          +15005550001 .. 0004, 0009   Twilio's own: 21211 21612 21408 21610 21614
          +150055 then a 2xxxx code    refused at once,  e.g. +15005521610 (opted out), +15005520429 (too many requests)
          +150055 then a 30xxx code    fails afterwards, e.g. +15005530003, +15005530005, +15005530007
          +15005557001                 stays in status sent
          +15005559NNN                 fault NNN on every send
          +15005558NNN                 fault NNN on the first send only
        Senders: +15005550001 (21212)  +15005550007 (21606)  +15005550008 (21611)  +15005550006 (works)
        Messaging Services: MG, 27 zeros and 21701 .. 21705 fail with that code

        """;

    private const string Control =
        """
        Control API (JSON, no credentials):
          GET/DELETE      /_control/requests
          GET             /_control/messages   /_control/callbacks
          GET/POST/DELETE /_control/faults     {"kind":"Unavailable","count":1}
          POST            /_control/advance    {"sid":"SM…","steps":1}
          POST            /_control/messages/{sid}/status   {"status":"undelivered","errorCode":30003}
          POST            /_control/reset

        """;

    public static string Text(TwilioSimulatorOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine("Twilio simulator: no SMS leaves this machine.").AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"Account             {options.AccountSid} / {options.AuthToken}\n");
        text.Append(
            CultureInfo.InvariantCulture, $"API key             {options.ApiKeySid} / {options.ApiKeySecret}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Test credentials    {options.TestAccountSid} / {options.TestAuthToken}\n");
        text.Append(
            CultureInfo.InvariantCulture, $"Messaging Services  {string.Join(' ', options.MessagingServiceSids)}\n");
        text.Append(CultureInfo.InvariantCulture, $"From numbers        {string.Join(' ', options.FromNumbers)}\n");
        text.AppendLine().Append(Numbers).AppendLine("Faults:");
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind is not FaultKind.None))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {(int)kind:000}  {kind}\n");
        }

        return text.AppendLine().Append(Control).ToString();
    }

    public static string Example(TwilioSimulatorOptions options, string address) =>
        $"""
        Listening on {address}. Try:

          curl -u {options.AccountSid}:{options.AuthToken} \
            {address}/2010-04-01/Accounts/{options.AccountSid}/Messages.json \
            --data-urlencode To=+14155552671 --data-urlencode From={string.Join(' ', options.FromNumbers.Take(1))} \
            --data-urlencode 'Body=Your code is 123456'

        """;
}
