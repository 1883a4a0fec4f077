using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class StoredMessageTests
{
    private const string Messages = "/api/v1/messages";

    private TestHost host;

    [SetUp]
    public async Task Start() => host = await TestHost.StartAsync(
        ["--ConnectorHost:Delivery:RetryDelay=00:01:00", "--ConnectorHost:Delivery:MaxRetryDelay=01:00:00"]);

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("?status=done&limit=0&from=x&until=y&cursor=z&to=me", "/status /to /from /until /limit /cursor")]
    [TestCase("?stauts=failed&page=2", "/stauts /page")]
    [TestCase("?status=failed&status=sent", "/status")]
    [TestCase("?limit=", "/limit")]
    public async Task Every_wrong_parameter_is_named(string query, string pointers)
    {
        using var response = await host.Client.GetPathAsync(Messages + query);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.That(problem.Pointers(), Is.EquivalentTo(pointers.Split(' ')));
    }

    [Test]
    public async Task Nobody_lists_or_cancels_without_a_key()
    {
        using var listed = await host.Anonymous.GetPathAsync(Messages);
        using var canceled = await host.Anonymous.PostAsync(
            new Uri($"{Messages}/msg_1/cancel", UriKind.Relative), content: null);

        await listed.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        await canceled.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task Pages_lead_to_each_other_without_repeating_the_number()
    {
        string[] ids = [await host.SendAsync(), await host.SendAsync(), await host.SendAsync()];
        await host.SendAsync("+14155550199");

        using var first = await host.Client.GetPathAsync($"{Messages}?to=%2B14155550123&limit=2");
        var link = first.Headers.GetValues("Link").Single();
        using var second = await host.Client.GetPathAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        Assert.That(link, Does.EndWith("; rel=\"next\"").And.Not.Contain("4155550123"));
        Assert.That(second.Headers.Contains("Link"), Is.False);
        var older = (await second.ReadJsonAsync()).EnumerateArray();
        var listed = (await first.ReadJsonAsync()).EnumerateArray().Concat(older);
        Assert.That(listed.Select(message => message.Text("id")), Is.EqualTo(ids.Reverse()));
    }

    [Test]
    public async Task A_listed_message_reads_as_it_does_alone()
    {
        var id = await host.SendAsync("+19075550101");
        var alone = await host.UntilAsync(id, "refused");

        var listed = await host.Client.GetJsonAsync($"{Messages}?status=refused&connector=SANDBOX&from=2020-01-01");

        Assert.That(listed[0].GetRawText(), Is.EqualTo(alone.GetRawText()));
        Assert.That(alone.GetProperty("attempts").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_unknown_message_can_not_be_canceled()
    {
        using var response = await CancelAsync("msg_nope");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "message_not_found");
    }

    [Test]
    public async Task A_message_with_a_provider_can_not_be_canceled_and_the_answer_says_its_status()
    {
        var id = await host.SendAsync();
        await host.UntilAsync(id, "accepted");

        using var response = await CancelAsync(id);

        var problem = await response.ReadProblemAsync(HttpStatusCode.Conflict, "message_not_cancelable");
        Assert.That(problem.Text("detail"), Does.Contain("accepted"));
    }

    [Test]
    public async Task A_message_that_waits_for_another_try_is_canceled_once_and_for_all()
    {
        var id = await host.SendAsync("+19075550109");

        HttpResponseMessage response;
        while ((response = await CancelAsync(id)).StatusCode == HttpStatusCode.Conflict)
        {
            // It is just being tried.
            response.Dispose();
        }

        using (response)
        {
            Assert.That((await response.ReadJsonAsync()).Text("status"), Is.EqualTo("canceled"));
        }

        using var again = await CancelAsync(id);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await host.UntilAsync(id, "canceled");
    }

    private Task<HttpResponseMessage> CancelAsync(string id) =>
        host.Client.PostAsync(new Uri($"{Messages}/{id}/cancel", UriKind.Relative), content: null);
}
