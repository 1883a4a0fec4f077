using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connectors.Sandbox.Texts;

namespace Connectors.Sandbox.Tests.Configuration;

internal sealed class BuiltInTemplatesTests
{
    [TestCaseSource(nameof(UsageTypes))]
    public void Every_usage_type_has_a_text_of_its_own_in_English_and_Spanish(UsageType usageType)
    {
        var templates = BuiltInTemplates.All.Where(template => template.UsageType == usageType);

        Assert.That(templates.Select(template => template.Locale), Is.EqualTo(new[] { null, "es" }));
    }

    [Test]
    public void Every_text_carries_the_code_or_the_link_and_fits_into_one_part()
    {
        var payload = new SmsPayload { Code = "12345678", Link = "https://example.com/invitation/0123456789abcdef" };
        using (Assert.EnterMultipleScope())
        {
            foreach (var text in BuiltInTemplates.All.Select(template => template.Render(payload)))
            {
                Assert.That(text, Does.Contain(payload.Code).Or.Contains(payload.Link));
                Assert.That(SmsSegmentation.Of(text) is { Encoding: SmsEncoding.Gsm7, Segments: 1 }, text);
            }
        }
    }

    private static IReadOnlyList<UsageType> UsageTypes() => UsageType.WellKnown;
}
