using TwilioSimulator.Messages;
using TwilioSimulator.Terminal;

namespace TwilioSimulator.Tests.Terminal;

internal sealed class PhoneScreenTests
{
    [TestCase("+14155552671", "+1415•••2671")]
    [TestCase("+123", "•••")]
    public void A_line_masks_the_number_and_shows_the_text(string to, string shown)
    {
        var line = PhoneScreen.Line(Message(to, "Your code is 123456"));

        Assert.That(line, Is.EqualTo($"12:30:00Z  {shown}  SM1  Your code is 123456"));
    }

    [Test]
    public void Control_characters_of_a_text_do_not_reach_the_terminal() =>
        Assert.That(PhoneScreen.Line(Message("+1", "a\r\n\u001b[2Jb")), Does.EndWith("a   [2Jb"));

    private static SimulatedMessage Message(string to, string body)
    {
        var at = new DateTimeOffset(2026, 5, 10, 12, 30, 0, TimeSpan.Zero);
        return new SimulatedMessage
        {
            Sid = "SM1",
            AccountSid = "AC1",
            To = to,
            Body = body,
            Status = MessageStatus.Queued,
            CreatedAt = at,
            UpdatedAt = at,
            Form = new Dictionary<string, IReadOnlyList<string>>(),
        };
    }
}
