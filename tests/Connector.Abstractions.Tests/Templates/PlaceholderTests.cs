namespace Connector.Abstractions.Tests;

internal sealed class PlaceholderTests
{
    [TestCase("{{}}")]
    [TestCase("{{ }}")]
    [TestCase("{{co de}}")]
    [TestCase("{{user-name}}")]
    [TestCase("{{código}}")]
    [TestCase("{{code | upper}}")]
    [TestCase("{{#if code}}")]
    [TestCase("{{/if}}")]
    [TestCase("{{>code}}")]
    [TestCase("{code}")]
    [TestCase("{{code}")]
    [TestCase("{{code")]
    [TestCase("code}}")]
    [TestCase("{ {code} }")]
    [TestCase("{{'code'}}")]
    [TestCase("")]
    public void What_is_not_a_placeholder_stays_in_the_text(string content) =>
        Assert.That(Payloads.Render(content, new SmsPayload { Code = "123" }), Is.EqualTo(content));

    [TestCase("{{٣}}", """{"٣": "x"}""")]
    [TestCase("{{code１}}", """{"code１": "x"}""")]
    [TestCase("{{naïve}}", """{"naïve": "x"}""")]
    [TestCase("{{ﬁ}}", """{"ﬁ": "x"}""")]
    [TestCase("{{\u212a}}", """{"\u212a": "x", "K": "y", "k": "z"}""")]
    public void Names_are_ascii_only(string content, string variables) =>
        Assert.That(Payloads.Render(content, variables), Is.EqualTo(content));

    [TestCase("{{name}}")]
    [TestCase("{{ name }}")]
    [TestCase("{{name.first}}")]
    [TestCase("{{.code}}")]
    [TestCase("{{.}}")]
    [TestCase("{{..}}")]
    [TestCase("{{Code}}")]
    [TestCase("{{CODE}}")]
    public void A_missing_root_leaves_the_placeholder_as_it_was_written(string content) =>
        Assert.That(Payloads.Render(content, new SmsPayload { Code = "123" }), Is.EqualTo(content));

    [TestCase("{{user.name}}", "")]
    [TestCase("{{user.}}", "")]
    [TestCase("{{user.first.second}}", "")]
    [TestCase("{{user..first}}", "")]
    [TestCase("{{user.First}}", "")]
    [TestCase("{{user.nothing}}", "")]
    [TestCase("{{user.nothing.more}}", "")]
    [TestCase("{{nothing}}", "")]
    [TestCase("{{user.first}}", "Ana")]
    public void A_missing_leaf_or_a_null_writes_nothing(string content, string expected) =>
        Assert.That(
            Payloads.Render(content, """{"user": {"first": "Ana", "nothing": null}, "nothing": null}"""),
            Is.EqualTo(expected));

    [TestCase("toString")]
    [TestCase("__proto__")]
    [TestCase("constructor")]
    [TestCase("hasOwnProperty")]
    [TestCase("valueOf")]
    public void Members_of_ECMAScripts_own_objects_are_not_there(string name)
    {
        Assert.That(Payloads.Render($"{{{{{name}}}}}"), Is.EqualTo($"{{{{{name}}}}}"));
        Assert.That(Payloads.Render($"{{{{o.{name}}}}}", """{"o": {}}"""), Is.Empty);
        Assert.That(Payloads.Render($"{{{{a.{name}}}}}", """{"a": [1]}"""), Is.Empty);
        Assert.That(Payloads.Render($"{{{{s.{name}}}}}", """{"s": "x"}"""), Is.Empty);
    }

    [TestCase("clientIp")]
    [TestCase("ClientIp")]
    [TestCase("delivery")]
    [TestCase("delivery.MessageId")]
    [TestCase("variables")]
    [TestCase("Code")]
    public void A_template_does_not_see_what_is_the_hosts(string path)
    {
        var payload = new SmsPayload
        {
            Code = "123",
            ClientIp = System.Net.IPAddress.Loopback,
            Delivery = new SmsDelivery { MessageId = "msg_1" },
        };

        Assert.That(Payloads.Render($"{{{{{path}}}}}", payload), Is.EqualTo($"{{{{{path}}}}}"));
    }

    [TestCase("{{code}}", "123")]
    [TestCase("{{link}}", "https://a.example/?x=1")]
    [TestCase("{{locale}}", "pt-BR")]
    [TestCase("{{uiLocales}}", "pt en")]
    [TestCase("{{code}}{{code}}", "123123")]
    [TestCase("a {{code}} b {{name}} c", "a 123 b Ana c")]
    [TestCase("{{{code}}}", "{123}")]
    [TestCase("{{{{code}}}}", "{{123}}")]
    [TestCase("{{code.}}", "")]
    [TestCase("{{code.length}}", "")]
    [TestCase("{{code.0}}", "")]
    [TestCase("{{a_1.B2}}", "deep")]
    [TestCase("{{0}}", "zero")]
    public void A_placeholder_is_replaced_by_its_value(string content, string expected)
    {
        var variables = Payloads.WithVariables("""{"name": "Ana", "a_1": {"B2": "deep"}, "0": "zero"}""").Variables;
        var payload = new SmsPayload
        {
            Code = "123",
            Link = "https://a.example/?x=1",
            Locale = "pt-BR",
            UiLocales = "pt en",
            Variables = variables,
        };

        Assert.That(Payloads.Render(content, payload), Is.EqualTo(expected));
    }

    [Test]
    public void A_property_wins_over_a_variable_of_its_name_and_the_variable_serves_without_it()
    {
        var variables = Payloads.WithVariables("""{"code": "variable"}""").Variables;

        Assert.That(
            Payloads.Render("{{code}}", new SmsPayload { Code = "property", Variables = variables }),
            Is.EqualTo("property"));
        Assert.That(Payloads.Render("{{code}}", new SmsPayload { Variables = variables }), Is.EqualTo("variable"));
    }

    [TestCase("{{code}}")]
    [TestCase("$&")]
    [TestCase("$1$$")]
    [TestCase("{{other}}")]
    [TestCase("}}{{")]
    [TestCase("<b>&amp;</b>")]
    public void A_value_is_written_as_it_is_and_never_read_again(string value)
    {
        var payload = new SmsPayload { Code = value, Link = "{{code}}" };

        Assert.That(Payloads.Render("[{{code}}]", payload), Is.EqualTo($"[{value}]"));
        Assert.That(Payloads.Render("{{link}}", payload), Is.EqualTo("{{code}}"));
    }

    [Test]
    public void Pieces_of_values_never_form_a_placeholder_together() =>
        Assert.That(
            Payloads.Render("{{a}}code{{b}}", """{"a": "{{", "b": "}}", "code": "123"}"""),
            Is.EqualTo("{{code}}"));

    [Test]
    public void A_path_never_finds_a_flat_name_with_a_dot() =>
        Assert.That(Payloads.Render("{{a.b}}", """{"a.b": "flat"}"""), Is.EqualTo("{{a.b}}"));

    [Test]
    public void Placeholders_are_listed_in_the_order_of_the_text()
    {
        var template = new Templates.SmsTemplate(UsageType.SignIn, "{{b}} {{ a.c }} {{x-y}} {{b}}");

        Assert.That(template.Placeholders, Is.EqualTo(new[] { "b", "a.c", "b" }));
        Assert.That(template.Content, Is.EqualTo("{{b}} {{ a.c }} {{x-y}} {{b}}"));
    }

    [Test]
    public void Many_unclosed_braces_are_read_in_linear_time()
    {
        var content = string.Concat(Enumerable.Repeat("{{a ", 100_000));

        Assert.That(Payloads.Render(content), Is.EqualTo(content));
    }
}
