using Connector.Host.WebConsole;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Console.Tests.SignIn;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SignInLinksTests
{
    private readonly FakeTimeProvider time = new();

    [Test]
    public void A_link_that_never_was_signs_nobody_in() =>
        Assert.That(new SignInLinks(time).Take("0123"), Is.Null);

    [Test]
    public void A_link_works_once()
    {
        var links = new SignInLinks(time);
        var token = links.Create("key_1");

        Assert.That(links.Take(token), Is.EqualTo("key_1"));
        Assert.That(links.Take(token), Is.Null);
    }

    [Test]
    public void A_link_works_for_an_hour()
    {
        var links = new SignInLinks(time);
        var early = links.Create("key_1");
        var late = links.Create("key_1");

        time.Advance(SignInLinks.Lifetime - TimeSpan.FromSeconds(1));
        Assert.That(links.Take(early), Is.EqualTo("key_1"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(links.Take(late), Is.Null);
    }
}
