using Connector.Abstractions;
using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Forms;

internal sealed class SchemaFormTests
{
    private const string Rows = """
        {
          "token": "••••", "retries": 2, "countries": ["ES", "XX"], "senders": ["One", "Two"],
          "routes": [{ "prefix": "+34" }], "headers": { "X-One": "1" },
          "signIn": { "kind": "key", "key": "••••" }, "anything": { "deep": [1, 2] }, "surprise": "••••"
        }
        """;

    private FormStage stage = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => stage = await FormStage.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await stage.DisposeAsync();

    [Test]
    public async Task Everything_can_be_filled_in()
    {
        await using var window = await ShowAsync("fill", new StagedForm(Schemas.Everything, "{}"));
        var page = window.Page;

        await page.GetByLabel("Account").FillAsync("AC1");
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync("s3cret");
        await page.GetByLabel("Retries").FillAsync("5");
        await page.GetByLabel("Live").SelectOptionAsync("No");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Trace" }).UncheckAsync();
        await page.GetByLabel("Mode", new() { Exact = false }).First.SelectOptionAsync("cheap");
        await page.GetByLabel("FR", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("ES", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add: Route" }).ClickAsync();
        await page.GetByLabel("Prefix").FillAsync("+34");
        await page.GetByLabel("Host name").FillAsync("proxy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an entry" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("X-Two");
        await page.GetByLabel("Value", new() { Exact = true }).FillAsync("2");
        await page.GetByLabel("Sign-in").SelectOptionAsync("API key");
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync("k");
        await page.GetByLabel("Anything").FillAsync("[1]");
        await page.GetByLabel("Anything").BlurAsync();

        await ExpectAsync(
            window,
            """{"account":"AC1","token":"s3cret","live":false,"retries":5,"trace":false""" +
            ""","mode":"cheap","countries":["ES","FR"],"routes":[{"prefix":"+34"}],"proxy":{"host":"proxy"}""" +
            ""","headers":{"X-Two":"2"},"signIn":{"kind":"key","key":"k"},"anything":[1]}""");
    }

    [Test]
    public async Task A_form_with_everything_in_it_is_presentable()
    {
        await using var window = await ShowAsync("full", new StagedForm(
            Schemas.Everything, Rows,
            new ConfigIssue("/account", "account is required."),
            new ConfigIssue("/routes/0/weight", "weight must be at least 1."),
            new ConfigIssue("/surprise", "surprise is not a known setting.", ConfigIssueSeverity.Warning),
            new ConfigIssue("", "Something about all of it.")));

        await window.AssertPresentableAsync("form-full");
    }

    [Test]
    public async Task Settings_that_most_people_leave_alone_are_folded_until_asked_for()
    {
        await using var window = await ShowAsync("more", new StagedForm(Schemas.Advanced, "{}"));
        var edge = window.Page.GetByLabel("Edge");
        await Assertions.Expect(window.Page.GetByLabel("Account")).ToBeVisibleAsync();
        await Assertions.Expect(edge).ToBeHiddenAsync();

        await window.Page.GetByText("More settings").ClickAsync();
        await edge.FillAsync("dublin");
        await edge.BlurAsync();

        await ExpectAsync(window, """{"edge":"dublin"}""");
        await edge.FillAsync("");
        await edge.BlurAsync();
        await ExpectAsync(window, "{}");
        await Assertions.Expect(edge).ToBeVisibleAsync();
    }

    [TestCase("""{ "edge": "dublin" }""", null)]
    [TestCase("{}", "/edge/0")]
    public async Task Settings_in_use_or_wrong_are_not_folded(string config, string? wrong)
    {
        ConfigIssue[] issues = wrong is null ? [] : [new ConfigIssue(wrong, "Not so.")];
        await using var window = await ShowAsync(
            $"more-{config.Length}", new StagedForm(Schemas.Advanced, config, issues));

        await Assertions.Expect(window.Page.GetByLabel("Edge")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_is_wrong_stands_at_its_field_and_on_top_leads_there()
    {
        await using var window = await ShowAsync("issues", new StagedForm(
            Schemas.Everything, "{}", new ConfigIssue("/proxy/port", "port must be at most 65535.")));
        var port = window.Page.GetByLabel("Port", new() { Exact = true });

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "port must be at most" }).ClickAsync();

        await Assertions.Expect(port).ToBeFocusedAsync();
        await Assertions.Expect(port).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(port).ToHaveAttributeAsync("aria-describedby", "field-proxy-port-issues");
    }

    [Test]
    public async Task Letters_in_a_number_stay_and_are_told()
    {
        await using var window = await ShowAsync("letters", new StagedForm(Schemas.Everything, "{}"));
        var retries = window.Page.GetByLabel("Retries");

        await retries.FillAsync("many");
        await retries.BlurAsync();

        await Assertions.Expect(retries).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(retries).ToHaveValueAsync("many");
        await ExpectAsync(window, """{"retries":"many"}""");
    }

    [Test]
    public async Task A_stored_secret_stays_unless_it_is_replaced()
    {
        await using var window = await ShowAsync("secret", new StagedForm(Schemas.Everything, """{"token":"••••"}"""));
        var page = window.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Replace: Token" }).ClickAsync();
        await ExpectAsync(window, """{"token":"••••"}""");
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync("new");
        await page.GetByLabel("Token", new() { Exact = true }).BlurAsync();
        await ExpectAsync(window, """{"token":"new"}""");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the stored one" }).ClickAsync();

        await ExpectAsync(window, """{"token":"••••"}""");
    }

    [Test]
    public async Task Rows_move_and_go()
    {
        await using var window = await ShowAsync(
            "rows", new StagedForm(Schemas.Everything, """{"senders":["One","Two"]}"""));

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Move up: Sender 2" }).ClickAsync();
        await ExpectAsync(window, """{"senders":["Two","One"]}""");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: Sender 1" }).ClickAsync();
        await ExpectAsync(window, """{"senders":["One"]}""");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: Sender 1" }).ClickAsync();
        await ExpectAsync(window, "{}");
    }

    [Test]
    public async Task Broken_json_is_kept_and_the_form_waits_for_it()
    {
        await using var window = await ShowAsync("json", new StagedForm(
            Schemas.Everything, """{"account":"a"}""", new ConfigIssue("/account", "account is odd.")));
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        var text = page.GetByLabel("Configuration as JSON");
        await Assertions.Expect(page.GetByText("Line 2, /account: account is odd.")).ToBeVisibleAsync();

        await text.FillAsync("{\n  \"account\": \"b\",,\n}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Form", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("can't be read yet");
        await Assertions.Expect(page.GetByText("line 2, column")).ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync("{\n  \"account\": \"b\",,\n}");
        await window.AssertPresentableAsync("form-json");
        await text.FillAsync("{\"account\":\"c\",\"retries\":1}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Form", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Account")).ToHaveValueAsync("c");
        await ExpectAsync(window, """{"account":"c","retries":1}""");
    }

    [Test]
    public async Task A_part_that_is_no_json_stays_even_when_the_whole_is_looked_at()
    {
        await using var window = await ShowAsync("part", new StagedForm(Schemas.Everything, "{}"));
        var page = window.Page;
        var part = page.GetByLabel("Anything");

        await part.FillAsync("[1, 2");
        await part.BlurAsync();
        await Assertions.Expect(part).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Form", Exact = true }).ClickAsync();

        await Assertions.Expect(part).ToHaveValueAsync("[1, 2");
        await ExpectAsync(window, "{}");
    }

    [TestCaseSource(typeof(Schemas), nameof(Schemas.Hostile))]
    public async Task No_schema_breaks_the_page(string schema)
    {
        const string value = """{ "x": { "x": [{}] }, "more": { "more": {} }, "a": "text", "g": "7", "<b>": "<i>" }""";
        var name = $"hostile{schema.GetHashCode(StringComparison.Ordinal)}";
        await using var window = await ShowAsync(name, new StagedForm(schema, value));

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Configuration as JSON")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Form", Exact = true }).ClickAsync();
        await window.AssertAccessibleAsync();
    }

    private async Task<ConsoleWindow> ShowAsync(string name, StagedForm form)
    {
        FormStage.Forms[name] = form;
        var window = await ConsoleWindow.OpenAsync(stage.Address);
        await window.GoAsync($"/?{name}");
        return window;
    }

    private static async Task ExpectAsync(ConsoleWindow window, string json) =>
        await Assertions.Expect(window.Page.Locator("#value")).ToHaveTextAsync(json);
}
