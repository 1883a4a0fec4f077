using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Forms;

internal sealed class JsonReadingTests
{
    [TestCase("{\n  \"a\": [1,\n    2,,\n  ]\n}", 3, "/a/1")]
    [TestCase("{\n  \"a\": { \"b\": tru }\n}", 2, "/a/b")]
    [TestCase("", 1, "")]
    [TestCase("{ \"a\": 1 ", 1, "/a")]
    [TestCase("{ \"a\": 1, \"a\": 2 }", 1, "")]
    public void A_fault_is_told_with_its_line_and_the_last_part_before_it(string text, int line, string pointer)
    {
        var reading = JsonReading.Of(text);

        Assert.That((reading.Fault?.Line, reading.Fault?.Pointer), Is.EqualTo(((int?)line, pointer)));
        Assert.That(reading.Value, Is.Null);
    }

    [Test]
    public void Each_part_has_a_line_and_a_missing_one_that_of_what_is_around_it()
    {
        var reading = JsonReading.Of("{\n \"a\": [\n  { \"b/c\": 1 },\n  2\n ]\n}");

        Assert.That(
            ((string[])["", "/a", "/a/0/b~1c", "/a/1", "/a/7", "/none"]).Select(reading.LineOf),
            Is.EqualTo([1, 2, 3, 4, 2, 1]));
    }
}
