using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Audit;

internal sealed class AuditPageTests
{
    private const string Fill =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows) " +
        "INSERT INTO audit (id, at, actor, action, subject, detail) " +
        "SELECT 'aud_' || printf('%012x', past + i) || lower(hex(randomblob(10))), past + i, 'key_' || i, " +
        "'plugin.released', '<b>acme-' || i, '1.0.' || i " +
        "FROM n, (SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 - 86400000 AS past)";

    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task What_people_do_is_listed_with_the_newest_first_and_can_be_filtered()
    {
        await host.ExecuteAsync(Fill, rows: 70);
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();

        var rows = window.Page.Locator(".audit-row");
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await Assertions.Expect(rows.First).ToContainTextAsync("Signed in to the console");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show older entries" }).ClickAsync();
        await Assertions.Expect(rows.Last).ToContainTextAsync("Quarantine ended");
        await Assertions.Expect(rows.Last).ToContainTextAsync("<b>acme-1");
        await Assertions.Expect(rows.Last).ToContainTextAsync("version 1.0.1");
        await window.AssertPresentableAsync("audit");
        await window.Page.SetViewportSizeAsync(1280, 900);
        await window.Page.GetByLabel("Action", new() { Exact = true }).SelectOptionAsync("plugin.removed");
        await Assertions.Expect(window.Page.GetByText("Nothing has been recorded yet.")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("audit-none");
    }

    [Test]
    public async Task It_speaks_spanish()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");

        await window.GoAsync("/audit?action=console.signedIn");

        await Assertions.Expect(window.Page.Locator(".audit-row").First)
            .ToContainTextAsync("Inicio de sesión en la consola");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Auditoría" }))
            .ToBeVisibleAsync();
    }
}
