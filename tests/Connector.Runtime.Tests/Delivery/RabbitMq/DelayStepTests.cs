using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class DelayStepTests
{
    [TestCase(-1)]
    [TestCase(0)]
    public void Without_a_delay_there_is_no_step(double seconds) =>
        Assert.That(DelaySteps.For(TimeSpan.FromSeconds(seconds)), Is.Null);

    [TestCase(0.001, 1)]
    [TestCase(1, 1)]
    [TestCase(1.999, 1)]
    [TestCase(2, 2)]
    [TestCase(9, 5)]
    [TestCase(59, 30)]
    [TestCase(60, 60)]
    [TestCase(86_400, 60)]
    public void A_delay_takes_the_longest_step_that_fits_or_the_shortest(double seconds, int step) =>
        Assert.That(DelaySteps.For(TimeSpan.FromSeconds(seconds)), Is.EqualTo(TimeSpan.FromSeconds(step)));

    [TestCase(0, 100)]
    [TestCase(1, 200)]
    [TestCase(3, 800)]
    [TestCase(9, 30_000)]
    [TestCase(long.MaxValue, 30_000)]
    public void A_backoff_doubles_up_to_its_longest_pause(long failures, int milliseconds)
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));

        Assert.That(backoff.After(failures), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));
    }
}
