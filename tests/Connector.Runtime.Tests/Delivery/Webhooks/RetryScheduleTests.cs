using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class RetryScheduleTests
{
    [TestCase(1, 5)]
    [TestCase(2, 300)]
    [TestCase(3, 1_800)]
    [TestCase(4, 7_200)]
    [TestCase(5, 18_000)]
    [TestCase(6, 36_000)]
    [TestCase(7, 50_400)]
    [TestCase(8, 72_000)]
    [TestCase(9, 86_400)]
    public void Each_wait_is_the_planned_one_give_or_take_a_tenth(int step, int seconds)
    {
        var waits = Enumerable.Range(0, 100)
            .Select(_ => RetrySchedule.DelayAfter(step, retryAfter: null)!.Value.TotalSeconds).ToList();

        Assert.That(waits, Has.All.InRange(seconds * 0.9, seconds * 1.1));
        Assert.That(waits.Distinct().Count(), Is.GreaterThan(50), "receivers must not all be asked at one moment");
    }

    [Test]
    public void After_the_tenth_attempt_there_is_no_other()
    {
        Assert.That(RetrySchedule.DelayAfter(10, TimeSpan.FromSeconds(1)), Is.Null);
    }

    [Test]
    public void A_receiver_that_asks_for_more_time_gets_it_up_to_a_day()
    {
        Assert.That(RetrySchedule.DelayAfter(1, TimeSpan.FromHours(3)), Is.EqualTo(TimeSpan.FromHours(3)));
        Assert.That(RetrySchedule.DelayAfter(1, TimeSpan.FromDays(300)), Is.EqualTo(TimeSpan.FromHours(24)));
        Assert.That(RetrySchedule.DelayAfter(2, TimeSpan.FromSeconds(1)), Is.GreaterThan(TimeSpan.FromMinutes(4)));
        Assert.That(RetrySchedule.DelayAfter(2, TimeSpan.FromSeconds(-1)), Is.GreaterThan(TimeSpan.FromMinutes(4)));
    }
}
