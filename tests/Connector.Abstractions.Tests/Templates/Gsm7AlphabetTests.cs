using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

internal sealed class Gsm7AlphabetTests
{
    // By the codes of 3GPP TS 23.038 §6.2.1, in the table's order; 0x1B is the escape itself.
    private const string BasicTable =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string ExtensionTable = "\f^{}\\[~]|€";

    private static readonly string Basic = BasicTable.Replace("\u001b", "");

    [Test]
    public void The_tables_of_this_test_are_whole() =>
        Assert.That((BasicTable.Length, Basic.Length, ExtensionTable.Length), Is.EqualTo((128, 127, 10)));

    [Test]
    public void Each_of_the_127_basic_characters_costs_one_septet()
    {
        foreach (var character in Basic)
        {
            Assert.That(
                SmsSegmentation.Of([character]),
                Is.EqualTo(new SmsSegmentation(SmsEncoding.Gsm7, 1, 1)),
                $"U+{(int)character:X4}");
        }
    }

    [Test]
    public void Each_of_the_10_extension_characters_costs_two_septets()
    {
        foreach (var character in ExtensionTable)
        {
            Assert.That(
                SmsSegmentation.Of([character]),
                Is.EqualTo(new SmsSegmentation(SmsEncoding.Gsm7, 2, 1)),
                $"U+{(int)character:X4}");
        }
    }

    [Test]
    public void Every_other_character_makes_the_message_UCS2()
    {
        var supported = Enumerable.Range(0, char.MaxValue + 1)
            .Select(unit => (char)unit)
            .Where(character => Gsm7Alphabet.IndexOfUnsupported([character]) < 0);

        Assert.That(supported, Is.EquivalentTo(Basic + ExtensionTable));
    }

    [TestCase("abc", -1)]
    [TestCase("", -1)]
    [TestCase("Ça va", -1)]
    [TestCase("façade", 2)]
    [TestCase("a\tb", 1)]
    [TestCase("it’s", 2)]
    [TestCase("`", 0)]
    [TestCase("a\u00a0b", 1)]
    [TestCase("{code} [x] €", -1)]
    public void The_first_character_that_forces_UCS2_is_found(string text, int index) =>
        Assert.That(Gsm7Alphabet.IndexOfUnsupported(text), Is.EqualTo(index));
}
