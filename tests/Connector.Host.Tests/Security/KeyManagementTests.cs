using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Host.Tests.Security;

internal sealed partial class KeyManagementTests
{
    [Test]
    public async Task A_key_that_may_not_manage_keys_neither_sees_nor_changes_them()
    {
        await using var host = await TestHost.StartAsync();
        var (id, key) = await host.Client.CreateKeyAsync();
        using var client = host.With(key);

        using var listed = await client.GetPathAsync(KeysApi.Path);
        using var shown = await client.GetPathAsync($"{KeysApi.Path}/{id}");
        using var created = await client.PostJsonAsync(KeysApi.Path, """{"name":"mine"}""");
        using var revoked = await client.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{id}");

        foreach (var response in (HttpResponseMessage[])[listed, shown, created, revoked])
        {
            var problem = await response.ReadProblemAsync(HttpStatusCode.Forbidden, "permission_missing");
            Assert.That(problem.Text("detail"), Does.Contain("manageKeys"));
        }

        Assert.That((await host.Client.GetJsonAsync(KeysApi.Path)).GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_key_can_t_grant_what_it_lacks()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.PostJsonAsync(
            KeysApi.Path, """{"name":"more","permissions":["revealNumbers"]}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.Forbidden, "permission_missing");
        Assert.That(problem.Text("detail"), Does.Contain("revealNumbers").And.Contain("connector-host keys create"));
        Assert.That((await host.Client.GetJsonAsync(KeysApi.Path)).GetArrayLength(), Is.EqualTo(1));
        Assert.That((await host.Client.GetJsonAsync("/api/v1/audit")).GetArrayLength(), Is.Zero);
    }

    [TestCase("""{"name":" "}""", "/name")]
    [TestCase("""{"name":"a\nb"}""", "/name")]
    [TestCase(
        """{"name":"","permissions":["everything","manageKeys",""]}""", "/name", "/permissions/0", "/permissions/2")]
    public async Task Everything_wrong_with_a_new_key_is_told_at_once(string body, params string[] pointers)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.PostJsonAsync(KeysApi.Path, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "key_invalid");
        Assert.That(problem.Pointers(), Is.EqualTo(pointers));
    }

    [TestCase("key_nobody", HttpStatusCode.NotFound, "key_not_found")]
    [TestCase("bootstrap", HttpStatusCode.Conflict, "key_configured")]
    public async Task What_is_no_stored_key_can_t_be_revoked(string id, HttpStatusCode status, string code)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{id}");

        await response.ReadProblemAsync(status, code);
    }

    [Test]
    public async Task Nobody_can_lock_everybody_out()
    {
        await using var host = await TestHost.StartAsync(hasKey: false);
        using var first = host.With(KeyPattern().Match(host.Banner).Value);
        await first.CreateKeyAsync();
        var firstId = (await first.GetJsonAsync(KeysApi.Path))[0].Text("id");

        using var last = await first.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{firstId}");
        await last.ReadProblemAsync(HttpStatusCode.Conflict, "last_key");
        await first.CreateKeyAsync("manageKeys");
        using var replaced = await first.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{firstId}");

        Assert.That(replaced.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var refused = await first.GetPathAsync(KeysApi.Path);
        await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task A_created_key_works_is_shown_once_and_is_gone_as_soon_as_it_is_revoked()
    {
        await using var host = await TestHost.StartAsync();
        var (id, key) = await host.Client.CreateKeyAsync("manageKeys");
        using var client = host.With(key);

        var listed = (await client.GetJsonAsync(KeysApi.Path)).GetRawText();
        using var revoked = await host.Client.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{id}");
        using var after = await client.GetPathAsync("/api/v1/connectors");

        Assert.That(listed, Does.Contain(id).And.Not.Contain(key));
        Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await after.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        var entries = (await host.Client.GetJsonAsync("/api/v1/audit")).EnumerateArray().ToList();
        Assert.That(
            entries.Select(entry => entry.Text("action")), Is.EqualTo((string[])["key.revoked", "key.created"]));
        Assert.That(entries.Select(entry => entry.Text("subject")), Is.All.EqualTo(id));
        Assert.That(entries.Select(entry => entry.Text("detail")), Is.All.EqualTo("test: manageKeys"));
        Assert.That(host.Logs.GetSnapshot().Select(record => record.Message), Has.None.Contains(key));
    }

    [Test]
    public async Task Keys_that_are_created_and_revoked_at_once_are_all_kept_or_gone()
    {
        await using var host = await TestHost.StartAsync();
        var old = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Client.CreateKeyAsync()));

        var creating = Enumerable.Range(0, 5).Select(_ => host.Client.CreateKeyAsync());
        var revoking = old.Select(key => host.Client.CallAsync(HttpMethod.Delete, $"{KeysApi.Path}/{key.Id}"));
        var changes = (Created: Task.WhenAll(creating), Revoked: Task.WhenAll(revoking));
        var created = await changes.Created;
        Assert.That((await changes.Revoked).Select(one => one.StatusCode), Is.All.EqualTo(HttpStatusCode.NoContent));

        var listed = (await host.Client.GetJsonAsync(KeysApi.Path)).EnumerateArray().Select(key => key.Text("id"));
        Assert.That(listed, Is.EquivalentTo(created.Select(key => key.Id).Append("bootstrap")));
    }

    [GeneratedRegex("cpk_[0-9A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
