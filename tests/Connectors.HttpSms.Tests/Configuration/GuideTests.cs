using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Tests.Configuration;

internal sealed partial class GuideTests
{
    [TestCase("README.md")]
    [TestCase("README.es.md")]
    public void A_guide_explains_every_field_and_placeholder(string name)
    {
        var guide = ConfigFile.Read(name);
        var answer = ConfigFile.Schema.GetProperty("properties").GetProperty("answer").GetProperty("properties");
        var fields = ConfigFile.Schema.GetProperty("properties").EnumerateObject().Concat(answer.EnumerateObject());
        string[] topics =
        [
            .. fields.Select(field => $"`{field.Name}`"),
            .. Placeholders.Names.Select(placeholder => $"`{{{{{placeholder}}}}}`"),
        ];

        foreach (var topic in topics)
        {
            Assert.That(guide, Does.Contain(topic));
        }
    }

    [TestCase("README.md")]
    [TestCase("README.es.md")]
    public async Task Every_configuration_in_a_guide_is_a_good_one(string name)
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));
        var configs = JsonBlock().Matches(ConfigFile.Read(name)).Select(match => match.Groups["json"].Value).ToList();

        Assert.That(configs, Has.Count.GreaterThanOrEqualTo(3));
        foreach (var config in configs)
        {
            Assert.That(schema.Validate(config), Is.Empty, config);
            Assert.That(
                new HttpSmsPlugin().Validate(JsonElement.Parse(config))
                    .Where(issue => issue.Severity == ConfigIssueSeverity.Error),
                Is.Empty,
                config);
        }
    }

    [GeneratedRegex(
        "^```json\n(?<json>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonBlock();
}
