using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Forms;

internal sealed class TemplatesEditorTests
{
    private FormStage stage = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => stage = await FormStage.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await stage.DisposeAsync();

    [Test]
    public async Task The_missing_texts_are_named_and_added()
    {
        await using var window = await ShowAsync("missing", "{}");

        await Assertions.Expect(window.Page.Locator(".missing"))
            .ToContainTextAsync("Register, SignIn, ForgotPassword, Generic");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add the missing texts" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".template")).ToHaveCountAsync(4);
        await Assertions.Expect(window.Page.Locator(".missing")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator(".bubble").Nth(1)).ToHaveTextAsync("123456 is your sign-in code.");
        await window.AssertPresentableAsync("form-twilio");
    }

    [Test]
    public async Task A_text_shows_what_it_becomes_while_it_is_typed_and_one_click_mends_it()
    {
        await using var window = await ShowAsync(
            "lint",
            """
            {"templates":[{"usageType":"SignIn","content":"x"},
              {"usageType":"Shop","locale":"es","content":"Código {{shop}}"}]}
            """);
        var page = window.Page;
        var text = page.Locator("#field-templates-0-content");

        await text.FillAsync("{{code}} isn’t to be shared with anyone, not even with the people who work for Contoso.");

        var row = page.GetByRole(AriaRole.Group, new() { Name = "Text 1" });
        await Assertions.Expect(row.Locator(".bubble")).ToContainTextAsync("123456 isn’t to be");
        await Assertions.Expect(row.Locator(".measure")).ToContainTextAsync("2 parts");
        await Assertions.Expect(row.Locator(".lint")).ToContainTextAsync("position 13");
        await window.AssertPresentableAsync("form-templates");
        await row.GetByRole(AriaRole.Button, new() { Name = "Replace it" }).ClickAsync();
        await Assertions.Expect(row.Locator(".measure")).ToContainTextAsync("1 part");
        await Assertions.Expect(text).ToHaveValueAsync(
            "{{code}} isn't to be shared with anyone, not even with the people who work for Contoso.");
    }

    [Test]
    public async Task Sample_values_fill_the_previews()
    {
        await using var window = await ShowAsync(
            "sample", """{"templates":[{"usageType":"Generic","content":"{{code}} for {{shop.name}}"}]}""");

        await window.Page.GetByText("Sample values").ClickAsync();
        await window.Page.GetByLabel("{{shop.name}}").FillAsync("Contoso");

        await Assertions.Expect(window.Page.Locator(".bubble")).ToHaveTextAsync("123456 for Contoso");
    }

    [Test]
    public async Task A_usage_type_of_the_operators_own_can_be_named()
    {
        await using var window = await ShowAsync(
            "own", """{"templates":[{"usageType":"Generic","content":"{{code}}"}]}""");

        await window.Page.GetByLabel("Usage type", new() { Exact = true }).SelectOptionAsync("A name of your own…");
        await window.Page.GetByLabel("Name of the usage type").FillAsync("Payment");
        await window.Page.GetByLabel("Language").FillAsync("pt-BR");
        await window.Page.GetByLabel("Language").BlurAsync();

        await Assertions.Expect(window.Page.Locator("#value")).ToHaveTextAsync(
            """{"templates":[{"usageType":"Payment","content":"{{code}}","locale":"pt-BR"}]}""");
    }

    [Test]
    public async Task A_configuration_that_is_only_shown_has_nothing_to_change_it()
    {
        FormStage.Forms["shown"] = new StagedForm(
            Schemas.Twilio, """{"authToken":"••••","templates":[{"usageType":"SignIn","content":"’"}]}""")
        {
            IsReadOnly = true,
        };
        await using var window = await ConsoleWindow.OpenAsync(stage.Address);
        await window.GoAsync("/?shown");

        await Assertions.Expect(window.Page.Locator("fieldset button, .secret button")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.GetByLabel("Account SID")).Not.ToBeEditableAsync();
    }

    private async Task<ConsoleWindow> ShowAsync(string name, string value)
    {
        FormStage.Forms[name] = new StagedForm(Schemas.Twilio, value);
        var window = await ConsoleWindow.OpenAsync(stage.Address);
        await window.GoAsync($"/?{name}");
        return window;
    }
}
