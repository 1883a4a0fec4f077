using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Connectors;

internal sealed class NumberHelpTests
{
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("hello")]
    [TestCase("+")]
    [TestCase("+999")]
    public void What_names_no_country_says_nothing(string typed) =>
        Assert.That(NumberHelp.Of(typed, "en"), Is.Null);

    [Test]
    public void Nothing_longer_than_a_number_is_read() =>
        Assert.That(NumberHelp.Of($"+34{new string('1', 1000)}", "en"), Is.Null);

    [TestCase("+34")]
    [TestCase("+346")]
    [TestCase("0034 612")]
    public void A_beginning_names_the_country_and_shows_what_its_numbers_look_like(string typed)
    {
        var help = NumberHelp.Of(typed, "en")!;

        Assert.That(help.Country, Is.EqualTo("Spain"));
        Assert.That(help.Example, Does.StartWith("+34 "));
        Assert.That(help.IsPossible, Is.False);
    }

    [TestCase("+34612345678")]
    [TestCase("34 612-34-56-78")]
    [TestCase("0034612345678")]
    public void A_number_is_written_as_people_there_and_elsewhere_do(string typed)
    {
        var help = NumberHelp.Of(typed, "es")!;

        Assert.That(help.Country, Is.EqualTo("España"));
        Assert.That(help.Region, Is.EqualTo("ES"));
        Assert.That(help.National, Is.EqualTo("612 34 56 78"));
        Assert.That(help.International, Is.EqualTo("+34 612 34 56 78"));
        Assert.That(help.IsValid, Is.True);
    }

    [Test]
    public void A_number_that_could_be_but_is_not_given_out_is_doubtful()
    {
        var help = NumberHelp.Of("+34012345678", "en")!;

        Assert.That((help.IsPossible, help.IsValid), Is.EqualTo((true, false)));
    }
}
