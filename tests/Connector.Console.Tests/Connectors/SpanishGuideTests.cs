using System.Text.Json;
using Connector.Console.Tests.Forms;
using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>Somebody who reads Spanish sets up a connector that comes with the host.</summary>
internal sealed class SpanishGuideTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task The_form_of_Twilio_is_in_Spanish()
    {
        await using var window = await OpenAsync("twilio-sms");
        var page = window.Page;

        await Assertions.Expect(page.GetByLabel("SID de la cuenta")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Token de autenticación", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Remitente")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Añadir los textos que faltan" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Texto", new() { Exact = true })).ToHaveCountAsync(4);
        await Assertions.Expect(page.GetByText("123456 es tu clave para entrar.")).ToBeVisibleAsync();
        await AssertNoEnglishAsync(page, "twilio-sms");
        await window.AssertPresentableAsync("connectors-guide-twilio-es");

        await page.GetByRole(AriaRole.Button, new() { Name = "Comprobar ajustes" }).ClickAsync();
        var faults = page.Locator(".guide-form");
        await Assertions.Expect(faults).ToContainTextAsync("accountSID es obligatorio.");
        await Assertions.Expect(faults).ToContainTextAsync("No hay remitente: indique fromMessagingServiceSID");
        await Assertions.Expect(faults).Not.ToContainTextAsync("is required");
        await window.AssertPresentableAsync("connectors-guide-twilio-es-faults");
    }

    [TestCase("sandbox", "Añadir: Número de prueba", "Comportamiento", "refuse · se rechaza por el motivo")]
    [TestCase("http-sms", "Añadir: Error", "Autenticación", "basic · usuario y contraseña")]
    public async Task Lists_and_choices_are_in_Spanish(string plugin, string button, string choice, string option)
    {
        await using var window = await OpenAsync(plugin);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await window.Page.GetByLabel(choice).First.SelectOptionAsync(new SelectOptionValue { Label = option });

        await AssertNoEnglishAsync(window.Page, plugin);
        await window.AssertPresentableAsync($"connectors-guide-{plugin}-es");
    }

    private static async Task AssertNoEnglishAsync(IPage page, string plugin)
    {
        var labels = await page.Locator("main label, main legend").AllInnerTextsAsync();
        var english = Titles(JsonElement.Parse(Schemas.Bundled(plugin)));

        Assert.That(labels, Has.Count.GreaterThan(5));
        Assert.That(labels.SelectMany(label => label.Split('\n')).Intersect(english), Is.Empty);
    }

    private static IEnumerable<string> Titles(JsonElement node)
    {
        IEnumerable<JsonElement> below = node.ValueKind switch
        {
            JsonValueKind.Object => node.EnumerateObject().Select(member => member.Value),
            JsonValueKind.Array => node.EnumerateArray(),
            _ => [],
        };
        var own = node.ValueKind == JsonValueKind.Object && node.TryGetProperty("x-translations", out var words)
            && words.GetProperty("es").GetProperty("title").GetString() != node.GetProperty("title").GetString()
            ? [node.GetProperty("title").GetString()!]
            : (string[])[];
        return own.Concat(below.SelectMany(Titles));
    }

    private async Task<ConsoleWindow> OpenAsync(string plugin)
    {
        var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");
        await window.GoAsync($"/connectors/add/{plugin}");
        await Assertions.Expect(window.Page.Locator("#connector-name")).ToHaveValueAsync(
            plugin == "sandbox" ? "sandbox-2" : plugin);
        await window.Page.GetByText("Más ajustes").ClickAsync();
        return window;
    }
}
