using System.Net;
using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Connector.Host.WebConsole;
using Microsoft.Playwright;
using PhoneNumbers;

namespace Connector.Console.Tests;

internal sealed class FlagTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync(
        new { Connectors = new { sandbox = new { Plugin = "sandbox" } } });

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("XX")]
    [TestCase("001")]
    [TestCase("")]
    [TestCase("es")]
    [TestCase("../flags/ES")]
    public void What_is_no_country_has_no_flag(string region) => Assert.That(Flags.AddressOf(region), Is.Null);

    [Test]
    public void Every_country_with_telephone_numbers_has_a_flag() => Assert.That(
        PhoneNumberUtil.GetInstance().GetSupportedRegions().Where(region => Flags.AddressOf(region) is null),
        Is.Empty);

    [TestCase("/console/flags/XX.svg")]
    [TestCase("/console/flags/..%2F..%2Fappsettings.svg")]
    public async Task A_flag_that_is_not_there_is_not_found(string address)
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var answer = await window.Page.APIRequest.GetAsync($"{host.Address.ToString().TrimEnd('/')}{address}");

        Assert.That(answer.Status, Is.EqualTo((int)HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_message_shows_the_flag_of_its_country()
    {
        var id = await host.SendAsync("+34600000000");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync($"/messages/{id}");

        await Assertions.Expect(window.Page.Locator(".country-name")).ToHaveTextAsync("Spain (ES)");
        var flag = window.Page.Locator(".country-name img.flag");
        await flag.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(flag).ToHaveJSPropertyAsync("complete", true);
        Assert.That(await flag.EvaluateAsync<int>("flag => flag.naturalWidth"), Is.GreaterThan(0));
    }
}
