using Microsoft.Data.Sqlite;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorRestartTests
{
    private TempFolder folder;

    [SetUp]
    public void Create() => folder = new TempFolder();

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public async Task Connectors_are_there_again_after_a_restart()
    {
        string? etag;
        await using (var first = await TestHost.StartInAsync(folder))
        {
            await first.Client.CreateAsync(StoredApi.Sandbox("gone"));
            await first.Client.RemoveAsync("gone");
            await first.Client.CreateAsync(StoredApi.Sandbox("mine"));
            (_, etag) = await first.Client.ChangeAsync("mine", """{"weight":9,"countries":["ES"]}""");
        }

        await using var second = await TestHost.StartInAsync(folder);
        using var response = await second.Client.GetPathAsync($"{StoredApi.Path}/mine");
        var mine = await response.ReadJsonAsync();

        Assert.That(response.Headers.ETag!.Tag, Is.EqualTo(etag));
        Assert.That((mine.Text("state"), mine.GetProperty("weight").GetInt32()), Is.EqualTo(("running", 9)));
        Assert.That(await second.Client.TestAsync("mine"), Is.EqualTo("stored 000000"));
        Assert.That((await second.Client.GetJsonAsync(StoredApi.Path)).GetArrayLength(), Is.EqualTo(2));
        await second.Client.ChangeAsync("mine", """{"weight":10}""", etag);
    }

    [Test]
    public async Task A_connector_whose_key_is_gone_says_so_while_the_others_serve()
    {
        await using (var first = await TestHost.StartInAsync(folder))
        {
            await first.Client.CreateAsync(StoredApi.Sandbox("mine"));
        }

        await ForgetKeysAsync();
        await using var second = await TestHost.StartInAsync(folder);
        var mine = await second.Client.GetJsonAsync($"{StoredApi.Path}/mine");
        using var changed = await second.Client.CallAsync(
            HttpMethod.Patch, $"{StoredApi.Path}/mine", """{"enabled":false}""");

        Assert.That((mine.Text("state"), mine.Text("code")), Is.EqualTo(("failed", "CONFIG_SEALED")));
        Assert.That(mine.Text("cause"), Does.Contain("a key that this host doesn't have"));
        Assert.That(mine.GetProperty("config").GetProperty("templates").GetArrayLength(), Is.EqualTo(1));
        await changed.ReadProblemAsync(System.Net.HttpStatusCode.Conflict, "connector_sealed");
        await second.Client.TestAsync("sandbox");
        await second.Client.RemoveAsync("mine");
        await second.Client.CreateAsync(StoredApi.Sandbox("mine", "anew {{code}}"));
        Assert.That(await second.Client.TestAsync("mine"), Is.EqualTo("anew 000000"));
    }

    [Test]
    public async Task Configuration_wins_over_a_stored_connector_of_the_same_name_until_one_of_them_goes()
    {
        await using (var first = await TestHost.StartInAsync(folder))
        {
            await first.Client.CreateAsync(StoredApi.Sandbox("mine"));
        }

        await using var second = await TestHost.StartInAsync(
            folder, ["--ConnectorHost:Connectors:Mine:Plugin=sandbox"]);
        var all = (await second.Client.GetJsonAsync(StoredApi.Path)).EnumerateArray().ToList();
        var stored = all.Single(connector => connector.Text("source") == "stored");
        var winner = await second.Client.GetJsonAsync($"{StoredApi.Path}/mine");

        Assert.That((winner.Text("source"), winner.Text("state")), Is.EqualTo(("configuration", "running")));
        Assert.That((stored.Text("state"), stored.Text("code")), Is.EqualTo(("disabled", "CONNECTOR_NAME_TAKEN")));
        Assert.That(
            (await second.Client.GetJsonAsync("/api/v1/plugins/sandbox")).Text("state"), Is.EqualTo("active"));
        await second.Client.RemoveAsync("mine");
        Assert.That((await second.Client.GetJsonAsync(StoredApi.Path)).GetArrayLength(), Is.EqualTo(2));
        Assert.That(await second.Client.TestAsync("mine"), Does.Contain("000000"));
    }

    [Test]
    public async Task A_plugin_that_only_a_stored_connector_uses_is_missed_by_name_when_it_is_gone()
    {
        await using (var first = await TestHost.StartInAsync(folder))
        {
            await first.Client.CreateAsync(StoredApi.Sandbox("mine"));
        }

        await RenamePluginAsync();
        await using var second = await TestHost.StartInAsync(folder);
        var mine = await second.Client.GetJsonAsync($"{StoredApi.Path}/mine");
        var (off, _) = await second.Client.ChangeAsync("mine", """{"enabled":false}""");

        Assert.That((mine.Text("state"), mine.Text("code")), Is.EqualTo(("invalid", "PLUGIN_NOT_FOUND")));
        Assert.That(off.Text("state"), Is.EqualTo("disabled"), "it can be switched off all the same");
    }

    private Task ForgetKeysAsync() => ExecuteAsync("DELETE FROM data_protection_keys");

    private Task RenamePluginAsync() => ExecuteAsync(
        "UPDATE connector_revisions SET definition = replace(definition, '\"sandbox\"', '\"was-here\"')");

    private async Task ExecuteAsync(string sql)
    {
        var path = folder.At(Path.Combine("data", "connector.db"));
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.That(await command.ExecuteNonQueryAsync(), Is.GreaterThan(0));
    }
}
