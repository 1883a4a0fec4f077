using TwilioSimulator.Messages;

namespace TwilioSimulator.Tests.Messages;

internal sealed class SegmentCounterTests
{
    private const string Basic =
        "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
        + "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ";

    private static IEnumerable<TestCaseData> Texts()
    {
        yield return new TestCaseData(string.Empty, 1);
        yield return new TestCaseData(Repeat("a", 160), 1);
        yield return new TestCaseData(Repeat("a", 161), 2);
        yield return new TestCaseData(Repeat("a", 306), 2);
        yield return new TestCaseData(Repeat("a", 307), 3);
        yield return new TestCaseData(Repeat("€", 80), 1);
        yield return new TestCaseData(Repeat("€", 80) + "a", 2);
        yield return new TestCaseData(Repeat("a", 152) + "€" + Repeat("a", 152), 3);
        yield return new TestCaseData(Repeat("ć", 70), 1);
        yield return new TestCaseData(Repeat("ć", 71), 2);
        yield return new TestCaseData(Repeat("ć", 134), 2);
        yield return new TestCaseData(Repeat("ć", 135), 3);
        yield return new TestCaseData(Repeat("👍", 35), 1);
        yield return new TestCaseData(Repeat("ć", 66) + "👍" + Repeat("ć", 66), 3);
        yield return new TestCaseData("ç" + Repeat("a", 70), 2);
        yield return new TestCaseData("Ç" + Repeat("a", 70), 1);
    }

    [TestCaseSource(nameof(Texts))]
    public void A_text_travels_in_so_many_segments(string text, int segments) =>
        Assert.That(SegmentCounter.Count(text), Is.EqualTo(segments));

    [Test]
    public void The_basic_alphabet_is_GSM_and_costs_one() =>
        Assert.That(
            (Basic.Length, SegmentCounter.IsGsm(Basic), SegmentCounter.Count(Basic)),
            Is.EqualTo((127, true, 1)));

    [TestCase("ç")]
    [TestCase("\t")]
    [TestCase("\u00a0")]
    [TestCase("`")]
    [TestCase("\u2019")]
    [TestCase("👍")]
    public void A_character_outside_the_alphabet_turns_the_whole_text_to_UCS2(string character) =>
        Assert.That(SegmentCounter.Count(Repeat("a", 70) + character), Is.EqualTo(2));

    [TestCase("\f")]
    [TestCase("[")]
    [TestCase("\\")]
    [TestCase("]")]
    [TestCase("^")]
    [TestCase("{")]
    [TestCase("|")]
    [TestCase("}")]
    [TestCase("~")]
    [TestCase("€")]
    public void An_extension_character_costs_two(string character)
    {
        Assert.That(SegmentCounter.Count(Repeat("a", 158) + character), Is.EqualTo(1));
        Assert.That(SegmentCounter.Count(Repeat("a", 159) + character), Is.EqualTo(2));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
