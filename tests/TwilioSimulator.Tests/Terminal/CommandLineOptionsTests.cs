using Microsoft.Extensions.Configuration;
using TwilioSimulator.Terminal;

namespace TwilioSimulator.Tests.Terminal;

internal sealed class CommandLineOptionsTests
{
    [TestCase("--Urls", "http://127.0.0.1:1:1")]
    [TestCase("--Urls", "5081")]
    [TestCase("--Urls", "https://127.0.0.1:5081")]
    [TestCase("--PaceMs", "fast")]
    [TestCase("--RecordedRequests", "-1")]
    [TestCase("--StoredMessages", "1,000")]
    [TestCase("--Nonsense", "1")]
    public void A_setting_that_is_wrong_is_named(string name, string value) =>
        Assert.That(
            () => Read(name, value),
            Throws.InstanceOf<FormatException>().With.Message.Contains(name[2..]));

    [Test]
    public void Without_settings_the_defaults_hold_and_the_port_is_fixed()
    {
        var options = Read();

        Assert.That(options.Urls, Is.EqualTo("http://127.0.0.1:5081"));
        Assert.That(options.AccountSid, Is.EqualTo("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
        Assert.That(options.StatusPace, Is.EqualTo(TimeSpan.FromMilliseconds(50)));
    }

    [Test]
    public void Settings_are_taken_from_the_command_line()
    {
        var options = Read(
            "--urls", "http://127.0.0.1:9", "--accountSid", "ACx",
            "--fromNumbers", "+1415, 12345", "--paceMs", "manual");

        Assert.That(options.Urls, Is.EqualTo("http://127.0.0.1:9"));
        Assert.That(options.AccountSid, Is.EqualTo("ACx"));
        Assert.That(options.FromNumbers, Is.EqualTo(new[] { "+1415", "12345" }));
        Assert.That(options.StatusPace, Is.Null);
    }

    private static TwilioSimulatorOptions Read(params string[] arguments) =>
        CommandLineOptions.Read(new ConfigurationBuilder().AddCommandLine(arguments).Build());
}
