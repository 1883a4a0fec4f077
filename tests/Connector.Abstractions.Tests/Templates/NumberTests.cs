using System.Globalization;

namespace Connector.Abstractions.Tests;

internal sealed class NumberTests
{
    private const string Plain = @"^-?(0|[1-9]\d*)(\.\d*[1-9])?$";
    private const string Scientific = @"^-?[1-9](\.\d*[1-9])?e[+-][1-9]\d*$";

    // The expected texts are what ECMAScript's String(JSON.parse(json)) gives.
    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("-0.0", "0")]
    [TestCase("0e5", "0")]
    [TestCase("1", "1")]
    [TestCase("-1", "-1")]
    [TestCase("1.50", "1.5")]
    [TestCase("1.0", "1")]
    [TestCase("0.1", "0.1")]
    [TestCase("-2.5", "-2.5")]
    [TestCase("100", "100")]
    [TestCase("1e2", "100")]
    [TestCase("1E2", "100")]
    [TestCase("1e+2", "100")]
    [TestCase("1e20", "100000000000000000000")]
    [TestCase("1e21", "1e+21")]
    [TestCase("-1e21", "-1e+21")]
    [TestCase("123e19", "1.23e+21")]
    [TestCase("1.5e21", "1.5e+21")]
    [TestCase("1e-6", "0.000001")]
    [TestCase("1e-7", "1e-7")]
    [TestCase("-1e-7", "-1e-7")]
    [TestCase("0.000001", "0.000001")]
    [TestCase("0.0000001", "1e-7")]
    [TestCase("0.00001", "0.00001")]
    [TestCase("1.5e-5", "0.000015")]
    [TestCase("123456e-10", "0.0000123456")]
    [TestCase("1e15", "1000000000000000")]
    [TestCase("1e16", "10000000000000000")]
    [TestCase("1e17", "100000000000000000")]
    [TestCase("123456789012345.6", "123456789012345.6")]
    [TestCase("0.1e1", "1")]
    [TestCase("9007199254740991", "9007199254740991")]
    [TestCase("4.35", "4.35")]
    [TestCase("0.30000000000000004", "0.30000000000000004")]
    [TestCase("1.7976931348623157e308", "1.7976931348623157e+308")]
    [TestCase("5e-324", "5e-324")]
    [TestCase("1e400", "Infinity")]
    [TestCase("-1e400", "-Infinity")]
    [TestCase("1e-400", "0")]
    [TestCase("123456789e12", "123456789000000000000")]
    [TestCase("1234.5678e3", "1234567.8")]
    [TestCase("99999999999999999999.5", "100000000000000000000")]
    [TestCase("1234567890123456789012", "1.2345678901234568e+21")]
    [TestCase("-1234567890123456789012", "-1.2345678901234568e+21")]
    [TestCase("0.00012", "0.00012")]
    [TestCase("12e-1", "1.2")]
    [TestCase("1e22", "1e+22")]
    [TestCase("1.23e+5", "123000")]
    public void A_number_is_written_in_ECMAScripts_form(string json, string expected) =>
        Assert.That(RenderNumber(json), Is.EqualTo(expected));

    // ECMAScript would round them, and so change an account number or an id.
    [TestCase("9007199254740993")]
    [TestCase("12345678901234567890")]
    [TestCase("123456789012345678901")]
    [TestCase("-123456789012345678901")]
    [TestCase("999999999999999999999")]
    public void A_whole_number_of_up_to_21_digits_keeps_them_all(string json) =>
        Assert.That(RenderNumber(json), Is.EqualTo(json));

    [Test]
    public void Any_number_reads_back_as_itself_and_uses_an_exponent_only_outside_1em6_to_1e21()
    {
        var random = new Random(20_260_101);
        for (var i = 0; i < 5_000; i++)
        {
            var value = AnyDouble(random);

            var text = RenderNumber(value.ToString("E16", CultureInfo.InvariantCulture));

            Assert.That(double.Parse(text, CultureInfo.InvariantCulture), Is.EqualTo(value), text);
            var plain = value == 0 || Math.Abs(value) is >= 1e-6 and < 1e21;
            Assert.That(text, Does.Match(plain ? Plain : Scientific));
        }
    }

    private static double AnyDouble(Random random)
    {
        var value = PowerOfTen(random) * (random.NextDouble() - 0.5);
        return random.Next(4) == 0 ? Math.Round(value) : value;
    }

    private static double PowerOfTen(Random random) => Math.Pow(10, random.Next(-30, 40));

    private static string RenderNumber(string json) => Payloads.Render("{{v}}", $$"""{"v": {{json}}}""");
}
