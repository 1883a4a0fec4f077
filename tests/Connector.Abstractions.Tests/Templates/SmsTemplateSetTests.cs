using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

internal sealed class SmsTemplateSetTests
{
    [Test]
    public void Without_a_template_for_the_usage_type_or_Generic_there_is_none()
    {
        var templates = Set(("Register", null, "r"));

        Assert.That(templates.Find(UsageType.SignIn, new SmsPayload()), Is.Null);
        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload()), Is.Null);
        Assert.That(Set().Find(UsageType.Generic, new SmsPayload()), Is.Null);
    }

    [TestCase("SignIn", "sign in")]
    [TestCase("Register", "generic")]
    [TestCase("signin", "generic")]
    [TestCase("SIGNIN", "generic")]
    [TestCase("SignIn ", "generic")]
    [TestCase("Generic", "generic")]
    [TestCase("SomethingNew", "generic")]
    public void A_usage_type_finds_its_own_template_by_exact_name_else_Generic(string usageType, string expected)
    {
        var templates = Set(("Generic", null, "generic"), ("SignIn", null, "sign in"));

        Assert.That(templates.Render(new UsageType(usageType), new SmsPayload()), Is.EqualTo(expected));
    }

    [Test]
    public void Generic_is_no_fallback_under_another_spelling() =>
        Assert.That(Set(("generic", null, "g")).Find(UsageType.SignIn, new SmsPayload()), Is.Null);

    [Test]
    public void The_first_of_two_templates_for_the_same_usage_type_and_language_counts()
    {
        var templates = Set(("SignIn", null, "1"), ("SignIn", null, "2"), ("SignIn", "de", "3"), ("SignIn", "DE", "4"));

        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload()), Is.EqualTo("1"));
        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { Locale = "de" }), Is.EqualTo("3"));
    }

    [TestCase("pt-BR", null, "pt-BR")]
    [TestCase("PT-br", null, "pt-BR")]
    [TestCase("pt_BR", null, "pt-BR")]
    [TestCase("pt-BR-x-lvariant", null, "pt-BR")]
    [TestCase("pt-PT", null, "pt")]
    [TestCase("pt", null, "pt")]
    [TestCase("zh-Hant-TW", null, "zh-Hant")]
    [TestCase("zh-TW", null, "none")]
    [TestCase("ptx", null, "none")]
    [TestCase("p", null, "none")]
    [TestCase("", null, "none")]
    [TestCase(" ", null, "none")]
    [TestCase("-", null, "none")]
    [TestCase(null, null, "none")]
    [TestCase("en", null, "none")]
    [TestCase("en", "fr pt-PT zh-Hant", "pt")]
    [TestCase("en", "zh_hant_HK pt", "zh-Hant")]
    [TestCase("pt", "zh-Hant", "pt")]
    [TestCase(null, "pt-BR", "pt-BR")]
    [TestCase(null, "  fr   pt  ", "pt")]
    [TestCase(null, "", "none")]
    public void The_best_language_is_the_locale_then_the_UI_locales_each_shortened_from_the_right(
        string? locale, string? uiLocales, string expected)
    {
        var templates = Set(
            ("SignIn", "pt", "pt"),
            ("SignIn", "pt-BR", "pt-BR"),
            ("SignIn", "zh_Hant", "zh-Hant"),
            ("SignIn", null, "none"));
        var payload = new SmsPayload { Locale = locale, UiLocales = uiLocales };

        Assert.That(templates.Render(UsageType.SignIn, payload), Is.EqualTo(expected));
    }

    [Test]
    public void A_template_of_the_usage_type_wins_over_a_Generic_one_in_the_right_language()
    {
        var templates = Set(("SignIn", null, "sign in"), ("Generic", "pt", "genérico"));

        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { Locale = "pt" }), Is.EqualTo("sign in"));
    }

    [Test]
    public void Generic_serves_when_the_usage_type_has_only_other_languages()
    {
        var templates = Set(("SignIn", "de", "anmelden"), ("Generic", null, "generic"), ("Generic", "pt", "genérico"));

        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { Locale = "pt-BR" }), Is.EqualTo("genérico"));
        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { Locale = "fr" }), Is.EqualTo("generic"));
    }

    [Test]
    public void Only_templates_in_other_languages_are_no_template() =>
        Assert.That(Set(("Generic", "de", "x")).Find(UsageType.SignIn, new SmsPayload { Locale = "fr" }), Is.Null);

    [Test]
    public void A_blank_language_of_a_template_serves_every_language()
    {
        Assert.That(new SmsTemplate(UsageType.SignIn, "x", " ").Locale, Is.Null);
        Assert.That(
            Set(("SignIn", "", "x")).Render(UsageType.SignIn, new SmsPayload { Locale = "fr" }),
            Is.EqualTo("x"));
    }

    [Test]
    public void A_hostile_language_tag_finds_nothing_and_costs_no_time()
    {
        var templates = Set(("Generic", "a", "x"), ("Generic", null, "none"));
        var tag = string.Concat(Enumerable.Repeat("a-", 5_000_000));

        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { Locale = tag }), Is.EqualTo("none"));
        Assert.That(templates.Render(UsageType.SignIn, new SmsPayload { UiLocales = tag }), Is.EqualTo("none"));
    }

    [Test]
    public void Missing_arguments_are_named()
    {
        Assert.That(() => new SmsTemplateSet(null!), Throws.ArgumentNullException);
        Assert.That(() => new SmsTemplate(null!, ""), Throws.ArgumentNullException);
        Assert.That(() => new SmsTemplate(UsageType.SignIn, null!), Throws.ArgumentNullException);
        Assert.That(() => Set().Find(null!, new SmsPayload()), Throws.ArgumentNullException);
        Assert.That(() => Set().Find(UsageType.SignIn, null!), Throws.ArgumentNullException);
        Assert.That(() => new SmsTemplate(UsageType.SignIn, "").Render(null!), Throws.ArgumentNullException);
    }

    private static SmsTemplateSet Set(params (string UsageType, string? Locale, string Content)[] templates) =>
        new(templates.Select(t => new SmsTemplate(new UsageType(t.UsageType), t.Content, t.Locale)));
}
