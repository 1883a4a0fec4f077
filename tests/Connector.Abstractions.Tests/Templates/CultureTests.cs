using System.Globalization;

namespace Connector.Abstractions.Tests;

/// <summary>
/// The cultures are made here, as Finland, Saudi Arabia and nobody write numbers: under invariant globalization the
/// real ones have no data of their own.
/// </summary>
[NonParallelizable]
internal sealed class CultureTests
{
    [TearDown]
    public void RestoreCulture() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    [TestCase(",", "\u00a0", "\u2212")]
    [TestCase("٫", "٬", "\u061c-")]
    [TestCase("point", "’", "minus ")]
    public void Text_does_not_depend_on_the_threads_culture(string point, string group, string minus)
    {
        CultureInfo.CurrentCulture = Culture(point, group, minus);
        Assert.That($"{-1.5}", Is.EqualTo($"{minus}1{point}5"), "the culture is in force");

        var text = Payloads.Render(
            "{{i}} {{n}} {{d}} {{e}} {{s}} {{b}} {{a}} {{a.length}} {{x}} {{a.0}}",
            """
            { "i": -1234567, "n": -1.5, "d": 1234567.25, "e": 1e21, "s": -1e-7, "b": true, "a": [-1, 2.5], "x": -1e999 }
            """);

        Assert.That(text, Is.EqualTo("-1234567 -1.5 1234567.25 1e+21 -1e-7 true -1,2.5 2 -Infinity -1"));
    }

    private static CultureInfo Culture(string point, string group, string minus)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NumberGroupSizes = [1];
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.PositiveSign = "plus ";
        culture.NumberFormat.PositiveInfinitySymbol = "endless";
        return culture;
    }
}
