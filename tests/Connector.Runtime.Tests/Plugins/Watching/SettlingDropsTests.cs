using Connector.Runtime.Plugins;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Plugins;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SettlingDropsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly WatchPace pace = new();
    private readonly SettlingDrops drops;

    public SettlingDropsTests()
    {
        drops = new SettlingDrops(pace, time);
        drops.Begin(new Dictionary<string, string> { ["a"] = "1" });
    }

    [Test]
    public void A_drop_that_changes_again_and_again_does_not_count()
    {
        for (var stamp = 2; stamp < 10; stamp++)
        {
            Assert.That(Observe(("a", $"{stamp}")), Is.False);
            time.Advance(pace.Settle * 0.9);
        }

        Assert.That(drops.Settled["a"], Is.EqualTo("1"));
        Assert.That(drops.IsMoving, Is.True);
    }

    [Test]
    public void A_drop_that_holds_still_counts()
    {
        Observe(("a", "2"));
        time.Advance(pace.Settle);

        Assert.That(Observe(("a", "2")), Is.True);
        Assert.That(drops.Settled["a"], Is.EqualTo("2"));
        Assert.That(drops.IsMoving, Is.False);
    }

    [Test]
    public void One_that_keeps_changing_does_not_hold_up_another()
    {
        Observe(("a", "2"), ("b", "1"));
        time.Advance(pace.Settle);

        Assert.That(Observe(("a", "3"), ("b", "1")), Is.True);
        Assert.That(drops.Settled, Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" }));
    }

    [Test]
    public void A_drop_that_is_gone_for_a_moment_has_not_been_removed()
    {
        Observe();
        time.Advance(pace.Removal * 0.9);
        Assert.That(Observe(), Is.False);
        Observe(("a", "2"));
        time.Advance(pace.Settle);

        Assert.That(Observe(("a", "2")), Is.True);
        Assert.That(drops.Settled["a"], Is.EqualTo("2"));
    }

    [Test]
    public void A_drop_that_stays_away_has_been_removed()
    {
        Observe();
        time.Advance(pace.Removal);

        Assert.That(Observe(), Is.True);
        Assert.That(drops.Settled, Is.Empty);
    }

    [Test]
    public void What_came_and_went_is_forgotten()
    {
        Observe(("a", "1"), ("b", "1"));
        Observe(("a", "1"));
        time.Advance(pace.Removal);

        Assert.That(Observe(("a", "1")), Is.False);
        Assert.That(drops.IsMoving, Is.False);
    }

    private bool Observe(params (string Path, string Stamp)[] stamps) =>
        drops.Observe(stamps.ToDictionary(stamp => stamp.Path, stamp => stamp.Stamp));
}
