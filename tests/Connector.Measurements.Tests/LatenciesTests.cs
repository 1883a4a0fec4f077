using Connector.Measurements.Load;

namespace Connector.Measurements.Tests;

internal sealed class LatenciesTests
{
    [Test]
    public void Without_calls_there_is_no_latency() =>
        Assert.That(new Latencies().Percentile(0.99), Is.EqualTo(TimeSpan.Zero));

    [TestCase(7)]
    [TestCase(31)]
    [TestCase(32)]
    [TestCase(1_000)]
    [TestCase(65_535)]
    [TestCase(65_536)]
    [TestCase(90_000_000)]
    public void A_latency_is_kept_to_about_three_percent(int microseconds)
    {
        var latencies = new Latencies();

        latencies.Add(TimeSpan.FromMicroseconds(microseconds));

        Assert.That(latencies.Percentile(0.5).TotalMicroseconds, Is.EqualTo(microseconds).Within(3.2).Percent);
    }

    [Test]
    public void A_percentile_leaves_out_the_slowest_calls_only()
    {
        var latencies = new Latencies();
        for (var call = 1; call <= 100; call++)
        {
            latencies.Add(TimeSpan.FromMilliseconds(call == 100 ? 1_000 : 1));
        }

        Assert.That(latencies.Percentile(0.99).TotalMilliseconds, Is.EqualTo(1).Within(5).Percent);
        Assert.That(latencies.Percentile(0.999).TotalMilliseconds, Is.EqualTo(1_000).Within(5).Percent);
    }
}
