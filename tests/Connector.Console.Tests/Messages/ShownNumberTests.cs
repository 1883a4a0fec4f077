using Connector.Abstractions;
using Connector.Host.WebConsole;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Console.Tests.Messages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ShownNumberTests : IDisposable
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+14155550123");

    private readonly FakeTimeProvider time = new();
    private readonly ShownNumber shown;
    private int hidden;

    public ShownNumberTests() => shown = new ShownNumber(time, () => hidden++);

    public void Dispose() => shown.Dispose();

    [Test]
    public void Nothing_is_shown_unless_somebody_asks() => Assert.That(shown.Text, Is.Null);

    [Test]
    public void A_number_is_hidden_after_a_minute_and_the_page_is_told()
    {
        shown.Show(Number);

        time.Advance(ShownNumber.ShownFor - TimeSpan.FromMilliseconds(1));
        Assert.That((shown.Text, hidden), Is.EqualTo(("+14155550123", 0)));
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((shown.Text, hidden), Is.EqualTo(((string?)null, 1)));
    }

    [Test]
    public void A_number_that_is_shown_again_has_its_whole_minute()
    {
        shown.Show(Number);
        time.Advance(ShownNumber.ShownFor - TimeSpan.FromSeconds(1));
        shown.Hide();
        Assert.That(shown.Text, Is.Null);
        shown.Show(Number);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.That((shown.Text, hidden), Is.EqualTo(("+14155550123", 0)));
    }

    [Test]
    public void A_page_that_is_left_shows_nothing_and_is_told_nothing()
    {
        shown.Show(Number);

        shown.Dispose();
        time.Advance(ShownNumber.ShownFor);

        Assert.That((shown.Text, hidden), Is.EqualTo(((string?)null, 0)));
    }
}
