using Connector.Runtime.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BacklogTrendTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider time = new();
    private readonly BacklogTrend trend;

    public BacklogTrendTests() => trend = new BacklogTrend(time);

    [Test]
    public void One_reading_says_nothing() => Assert.That(trend.Add(1_000_000), Is.Zero);

    [Test]
    public void Less_than_a_minute_is_too_short() => Assert.That(Follow(Rising(12)), Has.All.Zero);

    [Test]
    public void What_rises_for_a_minute_grows() =>
        Assert.That(Follow(Rising(15))[^1], Is.EqualTo(12 * 100), "from the first quarter to the last");

    [Test]
    public void What_is_high_but_steady_does_not_grow() =>
        Assert.That(Follow(Enumerable.Repeat(500_000L, 40)), Has.All.Zero);

    [Test]
    public void What_comes_and_goes_does_not_grow() =>
        Assert.That(Follow(Enumerable.Range(0, 60).Select(step => step % 4 * 1000L + step)), Has.All.LessThan(1000));

    [Test]
    public void What_goes_down_does_not_grow() =>
        Assert.That(Follow(Rising(40).Reverse()), Has.All.Zero);

    [Test]
    public void A_few_messages_more_are_no_growth() =>
        Assert.That(Follow(Enumerable.Range(0, 40).Select(step => (long)step)), Has.All.Zero);

    [Test]
    public void It_ends_with_the_first_quarter_of_a_minute_that_does_not_rise()
    {
        Follow(Rising(20));

        Assert.That(Follow(Enumerable.Repeat(1900L, 6))[^1], Is.Zero);
    }

    [Test]
    public void Nobody_knows_what_was_while_nobody_counted()
    {
        Follow(Rising(20));
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.That(trend.Add(1_000_000), Is.Zero);
    }

    private static IEnumerable<long> Rising(int steps) => Enumerable.Range(0, steps).Select(step => step * 100L);

    private List<long> Follow(IEnumerable<long> backlog)
    {
        var growth = new List<long>();
        foreach (var waiting in backlog)
        {
            growth.Add(trend.Add(waiting));
            time.Advance(Step);
        }

        return growth;
    }
}
