using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Connector.Host.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Host.Tests.Security;

internal sealed partial class ApiKeyTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("Bearer")]
    [TestCase("Bearer wrong-key-of-thirty-characters")]
    [TestCase("Basic dGVzdC1rZXktb2YtdGhpcnR5LWNoYXJhY3RlcnMh")]
    [TestCase(TestHost.Key)]
    public async Task Without_the_right_key_every_address_of_the_api_answers_the_same(string? header)
    {
        await using var host = await TestHost.StartAsync();
        string[] paths = ["/api/v1/plugins", "/api/v1/nothing", "/API/V1/plugins", "/api/v1/plugins/sandbox/logo"];
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var response = await host.Anonymous.SendAsync(request);

            await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
            Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
        }
    }

    [Test]
    public async Task Without_a_key_nothing_is_sent()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Anonymous.PostJsonAsync(
            "/api/v1/messages", """{"to":"+14155550123","usageType":"Generic","payload":{"code":"1"}}""");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.That((await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox")).GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_first_start_creates_a_key_that_works_and_stores_only_its_hash()
    {
        await using var host = await TestHost.StartAsync(hasKey: false);

        var key = KeyPattern().Match(host.Banner).Value;
        Assert.That(ApiKeyText.IsWellFormed(key));
        Assert.That((await GetPluginsAsync(host, key)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var stored = await File.ReadAllTextAsync(Path.Combine(host.Folder, "data", "keys.json"));
        Assert.That(stored, Does.Not.Contain(key).And.Contain(Convert.ToHexStringLower(ApiKeyText.Hash(key))));
        var logged = host.Logs.GetSnapshot().Select(record => record.Message);
        Assert.That(logged, Has.None.Contains(key));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public async Task The_key_file_is_its_owner_s_alone()
    {
        await using var host = await TestHost.StartAsync(hasKey: false);

        var mode = File.GetUnixFileMode(Path.Combine(host.Folder, "data", "keys.json"));

        Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_later_start_keeps_the_key_and_does_not_print_it()
    {
        using var folder = new TempFolder();
        await using (var first = TestHost.Create(folder.Path, []))
        {
            await first.StartAsync();
            await first.StopAsync();
        }

        var stored = await File.ReadAllTextAsync(folder.At("data/keys.json"));

        await using var second = TestHost.Create(folder.Path, []);
        await second.StartAsync();

        await using var banner = new StringWriter();
        Startup.Banner.Write(second, banner);
        Assert.That(banner.ToString(), Does.Not.Contain("cpk_").And.Contain("keys create"));
        Assert.That(await File.ReadAllTextAsync(folder.At("data/keys.json")), Is.EqualTo(stored));
    }

    [Test]
    public async Task A_bootstrap_key_is_stored_nowhere()
    {
        await using var host = await TestHost.StartAsync();

        Assert.That((await GetPluginsAsync(host, TestHost.Key)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(host.Banner, Does.Not.Contain(TestHost.Key));
        Assert.That(File.Exists(Path.Combine(host.Folder, "data", "keys.json")), Is.False);
    }

    [TestCase("short", "24 characters")]
    [TestCase("twenty four characters..", "ASCII")]
    [TestCase("clé-de-plus-de-24-caractères", "ASCII")]
    public async Task A_poor_bootstrap_key_stops_the_start(string key, string reason)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TestHost.StartAsync([$"--ConnectorHost:Security:BootstrapKey={key}"], hasKey: false));

        Assert.That(failure?.Message, Does.Contain("ConnectorHost:Security:BootstrapKey").And.Contain(reason));
        Assert.That(failure?.Message, Does.Not.Contain(key));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("{\"keys\":null}")]
    [TestCase("""{"keys":[{"id":"key_1","name":"a","sha256":"xyz","createdAt":"2026-01-01T00:00:00Z"}]}""")]
    public async Task A_damaged_key_file_stops_the_start_instead_of_letting_a_new_key_in(string content)
    {
        using var folder = new TempFolder();
        folder.Write("data/keys.json", content);
        await using var app = TestHost.Create(folder.Path, []);

        var failure = await Assert.ThrowsAsync<ApiKeyFileException>(() => app.StartAsync());

        Assert.That(failure?.Message, Does.Contain(folder.At("data/keys.json")));
        Assert.That(await File.ReadAllTextAsync(folder.At("data/keys.json")), Is.EqualTo(content));
    }

    [Test]
    public async Task Two_hosts_that_start_at_once_on_one_folder_agree_on_one_key()
    {
        using var folder = new TempFolder();
        await using var first = TestHost.Create(folder.Path, []);
        await using var second = TestHost.Create(folder.Path, []);

        ApiKeys[] keys = [.. new[] { first, second }.Select(app => app.Services.GetRequiredService<ApiKeys>())];

        await Task.WhenAll(keys.Select(opening => opening.OpenAsync(CancellationToken.None)));

        Assert.That(keys.Count(opened => opened.CreatedKey is not null), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(folder.At("data"), "keys*"), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_key_with_a_typing_error_is_not_well_formed()
    {
        var key = ApiKeyText.Create();

        var mistyped = key[..10] + (key[10] == 'a' ? 'b' : 'a') + key[11..];

        Assert.That(ApiKeyText.IsWellFormed(key));
        Assert.That(ApiKeyText.IsWellFormed(mistyped), Is.False);
        Assert.That(ApiKeyText.IsWellFormed(""), Is.False);
    }

    private static async Task<HttpResponseMessage> GetPluginsAsync(TestHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plugins");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await host.Anonymous.SendAsync(request);
    }

    [GeneratedRegex("cpk_[0-9A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
