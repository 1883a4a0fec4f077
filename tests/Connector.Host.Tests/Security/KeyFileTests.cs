using System.Net;
using Connector.Host.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Host.Tests.Security;

/// <summary>The file of the keys, as earlier versions and other programs leave it.</summary>
internal sealed class KeyFileTests
{
    [Test]
    public async Task A_key_of_an_earlier_version_may_what_it_could_and_manages_keys_but_reveals_nothing()
    {
        using var folder = new TempFolder();
        var key = ApiKeyText.Create();
        folder.Write("data/keys.json", $$"""
            { "keys": [ { "id": "key_old", "name": "first start", "createdAt": "2026-01-01T00:00:00+00:00",
                          "sha256": "{{Convert.ToHexStringLower(ApiKeyText.Hash(key))}}" } ] }
            """);
        await using var host = await TestHost.StartInAsync(folder);
        using var client = host.With(key);

        await client.CreateKeyAsync("manageKeys");
        using var revealed = await client.PostJsonAsync("/api/v1/messages/msg_1/reveal", "");

        await revealed.ReadProblemAsync(HttpStatusCode.Forbidden, "permission_missing");
    }

    [Test]
    public async Task A_permission_of_a_later_version_is_kept_and_means_nothing_here()
    {
        using var folder = new TempFolder();
        folder.Write("data/keys.json", $$"""
            { "keys": [ { "id": "key_1", "name": "new", "createdAt": "2026-01-01T00:00:00+00:00",
                          "sha256": "{{new string('a', 64)}}", "permissions": ["flyToTheMoon"] } ] }
            """);
        await using var host = await TestHost.StartInAsync(folder);

        await host.Client.CreateKeyAsync();

        Assert.That(await File.ReadAllTextAsync(folder.At("data/keys.json")), Does.Contain("flyToTheMoon"));
        Assert.That(host.App.Services.GetRequiredService<ApiKeys>().May("key_1", KeyPermission.ManageKeys), Is.False);
    }

    [TestCase("{}")]
    [TestCase(null)]
    public async Task A_file_that_gets_lost_while_the_host_runs_locks_nobody_out(string? content)
    {
        await using var host = await TestHost.StartAsync();
        var (_, key) = await host.Client.CreateKeyAsync();
        using var client = host.With(key);
        var keys = host.App.Services.GetRequiredService<ApiKeys>();

        File.Delete(keys.FilePath);
        if (content is not null)
        {
            await File.WriteAllTextAsync(keys.FilePath, content);
        }

        await keys.RefreshAsync(CancellationToken.None);

        Assert.That((await client.GetJsonAsync("/api/v1/connectors")).GetArrayLength(), Is.Not.Zero);
        var warned = host.Logs.GetSnapshot().Select(record => record.Id.Id);
        Assert.That(warned, Has.Some.EqualTo(content is null ? 5004 : 5003));
    }

    [Test]
    public async Task A_damaged_file_is_not_overwritten()
    {
        await using var host = await TestHost.StartAsync();
        var path = host.App.Services.GetRequiredService<ApiKeys>().FilePath;
        await File.WriteAllTextAsync(path, "{}");

        using var response = await host.Client.PostJsonAsync(KeysApi.Path, """{"name":"one"}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "keys_unavailable");
        Assert.That(problem.GetRawText(), Does.Not.Contain(host.Folder));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("{}"));
    }
}
