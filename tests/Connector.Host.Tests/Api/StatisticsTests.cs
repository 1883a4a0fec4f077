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

    [TestCase("USA")]
    [TestCase("1")]
    [TestCase("")]
    [TestCase("%C3%A9s")]
    public async Task A_country_that_is_none_is_named(string country)
    {
        using var response = await host.Client.GetPathAsync($"{Statistics}?country={country}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.That(problem.Pointers(), Is.EqualTo(["/country"]));
    }

    [TestCase("connector=sandbox", 1, 1)]
    [TestCase("connector=gone", 0, 0)]
    [TestCase("country=us", 1, 0)]
    [TestCase("country=none", 0, 0)]
    [TestCase("connector=SANDBOX&country=US", 1, 0)]
    [TestCase("connector=sandbox&country=ES", 0, 0)]
    public async Task Only_what_was_asked_for_is_counted(string query, int messages, int attempts)
    {
        await host.UntilAsync(await host.SendAsync(), "accepted");

        var report = await host.Client.GetJsonAsync($"{Statistics}?{query}");

        Assert.That(report.GetProperty("total").GetProperty("total").GetInt64(), Is.EqualTo(messages));
        Assert.That(report.GetProperty("buckets").EnumerateArray()
            .Sum(bucket => bucket.GetProperty("counts").GetProperty("total").GetInt64()), Is.EqualTo(messages));
        Assert.That(report.GetProperty("countries").GetArrayLength(), Is.EqualTo(messages));
        Assert.That(report.GetProperty("connectors").EnumerateArray()
            .Sum(connector => connector.GetProperty("attempts").GetInt64()), Is.EqualTo(attempts));
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
