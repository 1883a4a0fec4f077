using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class StatisticsTests
{
    private const string Statistics = "/api/v1/statistics";

    private TestHost host;

    [SetUp]
    public async Task Start() => host = await TestHost.StartAsync();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("?period=year")]
    [TestCase("?period=")]
    [TestCase("?period=Hour")]
    public async Task A_period_that_is_none_is_named(string query)
    {
        using var response = await host.Client.GetPathAsync(Statistics + query);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.That(problem.Pointers(), Is.EqualTo(["/period"]));
    }

    [Test]
    public async Task Nobody_counts_without_a_key()
    {
        using var response = await host.Anonymous.GetPathAsync(Statistics);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [TestCase("", "hour", 12)]
    [TestCase("?period=day", "day", 24)]
    [TestCase("?period=week", "week", 7)]
    public async Task A_message_counts_once_everywhere(string query, string period, int buckets)
    {
        await host.SendAsync();

        using var response = await host.Client.GetPathAsync(Statistics + query);

        var report = await response.ReadJsonAsync();
        Assert.That(report.Text("period"), Is.EqualTo(period));
        Assert.That(report.GetProperty("total").GetProperty("total").GetInt64(), Is.EqualTo(1));
        var counts = report.GetProperty("buckets").EnumerateArray()
            .Select(bucket => bucket.GetProperty("counts").GetProperty("total").GetInt64()).ToList();
        Assert.That((counts.Count, counts.Sum()), Is.EqualTo((buckets, 1)));
        var connector = report.GetProperty("connectors").EnumerateArray().Single();
        Assert.That(connector.GetProperty("counts").GetProperty("total").GetInt64(), Is.EqualTo(1));
        var country = report.GetProperty("countries").EnumerateArray().Single();
        Assert.That(country.Text("country"), Is.EqualTo("US"));
        Assert.That(country.GetProperty("counts").GetProperty("total").GetInt64(), Is.EqualTo(1));
        Assert.That(report.GetProperty("spend").GetArrayLength(), Is.Zero);
    }
}
