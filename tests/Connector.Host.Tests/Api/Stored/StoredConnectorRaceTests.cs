using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorRaceTests
{
    private TestHost host;

    [SetUp]
    public async Task Start()
    {
        host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Of_two_changes_from_the_same_revision_one_is_stored_and_the_other_told()
    {
        var etag = await ReadETagAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 2).Select(weight => host.Client.CallAsync(
            HttpMethod.Patch, $"{StoredApi.Path}/mine", $$"""{"weight":{{weight}}}""", etag)));

        var winner = answers.Single(answer => answer.StatusCode == HttpStatusCode.OK);
        var loser = answers.Single(answer => answer != winner);
        await loser.ReadProblemAsync(HttpStatusCode.PreconditionFailed, "connector_changed");
        Assert.That(loser.Headers.ETag, Is.EqualTo(winner.Headers.ETag));
        Assert.That(await ReadETagAsync(), Is.EqualTo(winner.Headers.ETag!.Tag));
        Assert.That(
            (await host.Client.GetJsonAsync($"{StoredApi.Path}/mine")).GetProperty("weight").GetInt32(),
            Is.EqualTo((await winner.ReadJsonAsync()).GetProperty("weight").GetInt32()));
    }

    [Test]
    public async Task Without_a_condition_no_change_of_another_member_is_lost()
    {
        string[] members = ["weight", "priority", "rate", "concurrency"];

        await Task.WhenAll(members.Select(member => host.Client.ChangeAsync("mine", $$"""{"{{member}}":7}""")));

        var now = await host.Client.GetJsonAsync($"{StoredApi.Path}/mine");
        Assert.That(members.Select(member => now.GetProperty(member).GetInt32()), Has.All.EqualTo(7));
        Assert.That(await host.Client.ReadHistoryAsync("mine"), Has.Length.EqualTo(5));
    }

    [TestCase("DELETE", "", null)]
    [TestCase("PATCH", "", """{"weight":1}""")]
    [TestCase("POST", "/rollback", """{"revision":1}""")]
    public async Task A_change_from_an_old_revision_is_refused_with_the_present_one(
        string method, string part, string? body)
    {
        var old = await ReadETagAsync();
        var (_, present) = await host.Client.ChangeAsync("mine", """{"weight":9}""", old);

        foreach (var condition in (string[])[old, "\"nonsense\"", "W/" + present])
        {
            using var response = await host.Client.CallAsync(
                new HttpMethod(method), $"{StoredApi.Path}/mine{part}", body, condition);
            await response.ReadProblemAsync(HttpStatusCode.PreconditionFailed, "connector_changed");
            Assert.That(response.Headers.ETag!.Tag, Is.EqualTo(present));
        }

        Assert.That(await ReadETagAsync(), Is.EqualTo(present));
    }

    [TestCase("*")]
    [TestCase("\"77\", {0}")]
    public async Task A_condition_that_holds_lets_the_change_through(string condition)
    {
        var etag = await ReadETagAsync();

        var (_, changed) = await host.Client.ChangeAsync(
            "mine", """{"weight":9}""", condition.Replace("{0}", etag, StringComparison.Ordinal));

        Assert.That(changed, Is.Not.EqualTo(etag));
    }

    [Test]
    public async Task A_condition_that_cant_be_read_is_refused()
    {
        using var response = await host.Client.CallAsync(HttpMethod.Delete, $"{StoredApi.Path}/mine", null, "7");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "bad_request");
    }

    [Test]
    public async Task Of_many_that_create_the_same_name_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Client.PostJsonAsync(
            StoredApi.Path, StoredApi.Sandbox("other"))));

        Assert.That(
            answers.Select(answer => answer.StatusCode).Order(),
            Is.EqualTo(new[]
            {
                HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict,
            }));
    }

    private async Task<string> ReadETagAsync()
    {
        using var response = await host.Client.GetPathAsync($"{StoredApi.Path}/mine");
        return response.Headers.ETag!.Tag;
    }
}
