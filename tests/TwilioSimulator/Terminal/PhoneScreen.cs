using System.Globalization;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Terminal;

/// <summary>One line for each message: this terminal is the phone, so it shows the text.</summary>
internal static class PhoneScreen
{
    private const int VisibleStart = 5;
    private const int VisibleEnd = 4;

    public static string Line(SimulatedMessage message) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{message.CreatedAt:HH:mm:ss}Z  {Mask(message.To)}  {message.Sid}  {OneLine(message.Body)}");

    private static string Mask(string number) =>
        number.Length > VisibleStart + VisibleEnd
            ? $"{number[..VisibleStart]}•••{number[^VisibleEnd..]}"
            : "•••";

    // A text is foreign: its control characters must not move the cursor of the terminal.
    private static string OneLine(string body) =>
        string.Create(body.Length, body, static (span, text) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = char.IsControl(text[index]) ? ' ' : text[index];
            }
        });
}
