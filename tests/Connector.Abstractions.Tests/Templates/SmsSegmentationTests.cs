using System.Text;
using System.Text.RegularExpressions;
using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

internal sealed class SmsSegmentationTests
{
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(160, 1)]
    [TestCase(161, 2)]
    [TestCase(306, 2)]
    [TestCase(307, 3)]
    [TestCase(459, 3)]
    [TestCase(460, 4)]
    [TestCase(1600, 11)]
    public void GSM7_has_160_septets_in_one_part_and_153_in_each_of_several(int length, int segments) =>
        Assert.That(
            SmsSegmentation.Of(new string('a', length)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Gsm7, length, segments)));

    [TestCase(1, 1)]
    [TestCase(70, 1)]
    [TestCase(71, 2)]
    [TestCase(134, 2)]
    [TestCase(135, 3)]
    [TestCase(201, 3)]
    [TestCase(202, 4)]
    public void UCS2_has_70_units_in_one_part_and_67_in_each_of_several(int length, int segments) =>
        Assert.That(
            SmsSegmentation.Of(new string('ć', length)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, length, segments)));

    [TestCase(158, 0, 160, 1)]
    [TestCase(159, 0, 161, 2)]
    [TestCase(152, 152, 306, 3)]
    [TestCase(151, 153, 306, 2)]
    [TestCase(153, 151, 306, 2)]
    [TestCase(152, 151, 305, 2)]
    [TestCase(305, 0, 307, 3)]
    [TestCase(304, 0, 306, 2)]
    public void An_escape_pair_never_straddles_two_parts(int before, int after, int units, int segments) =>
        Assert.That(
            SmsSegmentation.Of(new string('a', before) + '€' + new string('a', after)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Gsm7, units, segments)));

    [TestCase(68, 0, 70, 1)]
    [TestCase(69, 0, 71, 2)]
    [TestCase(66, 66, 134, 3)]
    [TestCase(65, 67, 134, 2)]
    [TestCase(67, 65, 134, 2)]
    [TestCase(66, 65, 133, 2)]
    public void A_surrogate_pair_never_straddles_two_parts(int before, int after, int units, int segments) =>
        Assert.That(
            SmsSegmentation.Of(new string('ć', before) + "👍" + new string('ć', after)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, units, segments)));

    [TestCase(80, 1)]
    [TestCase(81, 2)]
    [TestCase(152, 2)]
    [TestCase(153, 3)]
    public void Extension_characters_alone_fill_parts_of_152_septets(int count, int segments) =>
        Assert.That(
            SmsSegmentation.Of(new string('€', count)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Gsm7, 2 * count, segments)));

    [TestCase("ç")]
    [TestCase("\t")]
    [TestCase("`")]
    [TestCase("\u00a0")]
    [TestCase("’")]
    [TestCase("“")]
    [TestCase("–")]
    [TestCase("…")]
    [TestCase("á")]
    [TestCase("\u0000")]
    [TestCase("\u001b")]
    public void One_character_outside_GSM7_turns_the_whole_message_into_UCS2(string character)
    {
        var text = new string('a', 69) + character;

        Assert.That(SmsSegmentation.Of(text), Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, 70, 1)));
        Assert.That(SmsSegmentation.Of("a" + text), Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, 71, 2)));
    }

    [TestCase("Ç", SmsEncoding.Gsm7)]
    [TestCase("ç", SmsEncoding.Ucs2)]
    public void Only_the_capital_c_with_cedilla_is_in_GSM7(string text, SmsEncoding encoding) =>
        Assert.That(SmsSegmentation.Of(text).Encoding, Is.EqualTo(encoding));

    [TestCase("👍", 2)]
    [TestCase("👨‍👩‍👧", 8)]
    [TestCase("🇵🇹", 4)]
    public void UCS2_counts_UTF16_units(string text, int units) =>
        Assert.That(SmsSegmentation.Of(text), Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, units, 1)));

    // Attributes can't hold half a pair, so it is escaped.
    [TestCase("""\ud83d""", 1)]
    [TestCase("""\udc4d""", 1)]
    [TestCase("""\udc4d\ud83d""", 2)]
    [TestCase("""a\ud83d""", 2)]
    public void Half_a_surrogate_pair_counts_as_one_unit(string escaped, int units) =>
        Assert.That(
            SmsSegmentation.Of(Regex.Unescape(escaped)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, units, 1)));

    [Test]
    public void Half_a_surrogate_pair_at_the_end_of_a_part_may_be_its_last_unit() =>
        Assert.That(
            SmsSegmentation.Of(new string('ć', 66) + '\ud83d' + new string('ć', 67)),
            Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, 134, 2)));

    [Test]
    public void Random_texts_measure_as_a_count_by_the_book_does()
    {
        const string pool = "aB1 @é\n€[]~ÇΩçć\t`’\u00a0";
        var random = new Random(20_260_102);
        for (var i = 0; i < 5_000; i++)
        {
            var text = RandomText(random, random.Next(3) == 0 ? pool : pool[..12]);

            Assert.That(SmsSegmentation.Of(text), Is.EqualTo(SegmentsByTheBook.Of(text)), text);
        }
    }

    private static string RandomText(Random random, string pool)
    {
        var text = new StringBuilder();
        var length = random.Next(420);
        var emoji = random.Next(3) == 0 ? random.Next(1, 30) : 0;
        for (var i = 0; i < length; i++)
        {
            text.Append(pool[random.Next(pool.Length)]);
        }

        for (var i = 0; i < emoji; i++)
        {
            text.Insert(random.Next(text.Length + 1), random.Next(6) == 0 ? "\ud83d" : "👍");
        }

        return text.ToString();
    }
}
