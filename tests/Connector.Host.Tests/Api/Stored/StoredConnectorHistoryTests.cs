using System.Net;
using System.Text.Json;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorHistoryTests
{
    private TestHost host;

    [SetUp]
    public async Task Start()
    {
        host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine", "first {{code}}"));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Every_change_says_what_when_and_who()
    {
        var before = DateTimeOffset.Parse("2020-01-01T00:00:00Z", null);
        await host.Client.ChangeAsync("mine", """{"weight":9}""");
        await host.Client.RemoveAsync("mine");

        var history = await host.Client.ReadHistoryAsync("MINE");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                history.Select(change => change.Text("action")), Is.EqualTo(new[] { "deleted", "updated", "created" }));
            Assert.That(history.Select(Revision), Is.Ordered.Descending);
            Assert.That(history.Select(change => change.Text("author")), Has.All.EqualTo("bootstrap"));
            Assert.That(history.Select(change => change.GetProperty("changedAt").GetDateTimeOffset()),
                Is.Ordered.Descending.And.All.GreaterThan(before));
            Assert.That(history[0].TryGetProperty("connector", out _), Is.False);
            Assert.That(history[1].GetProperty("connector").GetProperty("weight").GetInt32(), Is.EqualTo(9));
            Assert.That(history[2].GetProperty("connector").GetProperty("weight").GetInt32(), Is.EqualTo(100));
            Assert.That(history[2].GetProperty("connector").Text("plugin"), Is.EqualTo("sandbox"));
        }
    }

    [Test]
    public async Task Pages_lead_from_the_newest_to_the_oldest()
    {
        for (var weight = 1; weight <= 4; weight++)
        {
            await host.Client.ChangeAsync("mine", $$"""{"weight":{{weight}}}""");
        }

        var seen = new List<long>();
        var page = $"{StoredApi.Path}/mine/history?limit=2";
        while (page is not null)
        {
            using var response = await host.Client.GetPathAsync(page);
            seen.AddRange((await response.ReadJsonAsync()).EnumerateArray().Select(Revision));
            page = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.That(seen, Is.EqualTo((await host.Client.ReadHistoryAsync("mine")).Select(Revision)));
        Assert.That(seen, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_roll_back_brings_back_what_was_as_a_new_revision()
    {
        var first = (await host.Client.ReadHistoryAsync("mine")).Select(Revision).Single();
        var (changed, _) = await host.Client.ChangeAsync("mine", """
            { "weight": 9, "config": { "templates": [{ "usageType": "Generic", "content": "second {{code}}" }] } }
            """);
        var second = await host.Client.TestAsync("mine");

        var back = await RollBackAsync("mine", first);

        Assert.That((second, await host.Client.TestAsync("mine")), Is.EqualTo(("second 000000", "first 000000")));
        Assert.That(Revision(back), Is.GreaterThan(Revision(changed)));
        Assert.That(back.GetProperty("weight").GetInt32(), Is.EqualTo(100));
        var newest = (await host.Client.ReadHistoryAsync("mine"))[0];
        Assert.That(
            (newest.Text("action"), newest.GetProperty("rolledBackTo").GetInt64()), Is.EqualTo(("rolledBack", first)));
    }

    [Test]
    public async Task A_roll_back_brings_back_what_was_deleted()
    {
        var first = (await host.Client.ReadHistoryAsync("mine")).Select(Revision).Single();
        await host.Client.RemoveAsync("mine");

        var back = await RollBackAsync("mine", first);

        Assert.That(back.Text("state"), Is.EqualTo("running"));
        Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("first 000000"));
    }

    [Test]
    public async Task There_is_no_way_back_to_a_deletion_or_to_another_connector()
    {
        var other = Revision(await host.Client.CreateAsync(StoredApi.Sandbox("other")));
        await host.Client.RemoveAsync("mine");
        var deletion = Revision((await host.Client.ReadHistoryAsync("mine"))[0]);

        foreach (var revision in (long[])[deletion, other, 999, 0, -1])
        {
            using var response = await host.Client.PostJsonAsync(
                $"{StoredApi.Path}/mine/rollback", $$"""{"revision":{{revision}}}""");
            var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid");
            Assert.That(problem.Pointers(), Is.EqualTo(new[] { "/revision" }));
        }
    }

    private static long Revision(JsonElement change) => change.GetProperty("revision").GetInt64();

    private async Task<JsonElement> RollBackAsync(string name, long revision)
    {
        using var response = await host.Client.PostJsonAsync(
            $"{StoredApi.Path}/{name}/rollback", $$"""{"revision":{{revision}}}""");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }
}
