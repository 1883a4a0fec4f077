using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

[NonParallelizable]
internal sealed class AllocationTests
{
    private const int Renders = 100;

    [TestCase("{{code}}", """{}""")]
    [TestCase("Your code is {{code}}. It works for 10 minutes.", "{}")]
    [TestCase("{{user.name}} {{n}} {{d}} {{b}}", """{"user": {"name": "Ana"}, "n": 1234, "d": -1.5e-9, "b": true}""")]
    [TestCase("{{list}} {{list.length}} {{list.1}} {{missing}}", """{"list": [1, "two", null, [3]]}""")]
    [TestCase("{{text}}", """{"text": "caf\u00e9 \"quoted\" \ud83d\udc4d\n"}""")]
    public void Rendering_allocates_the_result_and_nothing_else(string content, string variables)
    {
        AssertAllocatesOnlyTheResult(content, variables);
    }

    [TestCase(200)]
    [TestCase(321)]
    [TestCase(1600)]
    public void Rendering_a_long_text_allocates_the_result_and_nothing_else(int length)
    {
        var escaped = string.Concat(Enumerable.Repeat("""\u20ac""", length));

        AssertAllocatesOnlyTheResult(new string('x', length) + "{{text}}", $$"""{"text": "{{escaped}}"}""");
    }

    [Test]
    public void Choosing_a_template_allocates_nothing()
    {
        var templates = new SmsTemplateSet([new(UsageType.Generic, "hi"), new(UsageType.Generic, "oi", "pt")]);
        var payload = new SmsPayload { Locale = "fr_FR", UiLocales = "de-AT pt_BR" };

        var allocated = LeastAllocated(() => templates.Find(UsageType.SignIn, payload));

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Measuring_a_text_allocates_nothing()
    {
        var text = new string('€', 500) + "👍";

        var allocated = LeastAllocated(() => SmsSegmentation.Of(text));

        Assert.That(allocated, Is.Zero);
    }

    private static void AssertAllocatesOnlyTheResult(string content, string variables)
    {
        var template = new SmsTemplate(UsageType.Generic, content);
        var payload = new SmsPayload { Code = "123456", Variables = Payloads.WithVariables(variables).Variables };
        var length = template.Render(payload).Length;

        var theResult = LeastAllocated(() => new string('x', length));
        var allocated = LeastAllocated(() => template.Render(payload));

        Assert.That(theResult, Is.Positive);
        Assert.That(allocated, Is.EqualTo(theResult));
    }

    // The least of several rounds: another test's collection may empty the array pool in the midst of one.
    private static long LeastAllocated<T>(Func<T> action)
    {
        action();
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Renders; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
