using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorSecretTests
{
    private const string Secret = "s3cretAuthTokenValue";
    private const string NewSecret = "an0therAuthTokenValue";

    private const string Templates = """
        [{"usageType":"Register","content":"{{code}} a"},{"usageType":"SignIn","content":"{{code}} b"},
         {"usageType":"ForgotPassword","content":"{{code}} c"},{"usageType":"Generic","content":"{{code}} d"}]
        """;

    [Test]
    public async Task A_mask_keeps_the_stored_secret_and_a_text_replaces_it()
    {
        await using var host = await TestHost.StartAsync();
        await using var provider = await ProviderSink.StartAsync();
        var created = await host.Client.CreateAsync(Twilio(Secret, provider.Address));

        var (kept, _) = await host.Client.ChangeAsync(
            "twilio", $$$"""{"config":{{{created.GetProperty("config").GetRawText()}}},"weight":5}""");
        var used = await provider.SecretOfAsync(host.Client, "twilio");
        await host.Client.ChangeAsync("twilio", $$$"""{"config":{"authToken":"{{{NewSecret}}}"}}""");

        Assert.That(kept.GetProperty("config").Text("authToken"), Is.EqualTo("••••"));
        Assert.That(
            (used, await provider.SecretOfAsync(host.Client, "twilio")), Is.EqualTo((Secret, NewSecret)));
    }

    [Test]
    public async Task A_mask_without_a_stored_secret_is_an_error_at_its_place()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(Twilio(Secret));

        using var created = await host.Client.PostJsonAsync(
            StoredApi.Path, Twilio("••••").Replace("\"twilio\"", "\"second\"", StringComparison.Ordinal));
        using var changed = await host.Client.CallAsync(
            HttpMethod.Patch, $"{StoredApi.Path}/twilio", """{"config":{"apiKeySecret":"••••"}}""");

        Assert.That(
            (await created.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid")).Pointers(),
            Is.EqualTo(new[] { "/config/authToken" }));
        Assert.That(
            (await changed.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid")).Pointers(),
            Has.Member("/config/apiKeySecret"));
    }

    [Test]
    public async Task Another_plugin_gets_nothing_of_the_configuration_before()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(Twilio(Secret));

        var (changed, _) = await host.Client.ChangeAsync("twilio", """{"plugin":"sandbox"}""");

        Assert.That(changed.GetProperty("config").GetRawText(), Is.EqualTo("{}"));
    }

    [Test]
    public async Task No_answer_log_or_file_holds_a_secret()
    {
        using var folder = new TempFolder();
        var answers = new StringBuilder();
        await using (var host = await TestHost.StartInAsync(
            folder, ["--Logging:LogLevel:Default=Trace"], builder => builder.Logging.SetMinimumLevel(LogLevel.Trace)))
        {
            await host.Client.CreateAsync(Twilio(Secret));
            await host.Client.ChangeAsync("twilio", $$$"""{"config":{"authToken":"{{{NewSecret}}}"}}""");
            foreach (var (method, path, body) in ((HttpMethod, string, string?)[])
            [
                (HttpMethod.Post, "", Twilio(Secret)),
                (HttpMethod.Patch, "/twilio", $$$"""{"config":{"authToken":"{{{Secret}}} {{{Secret}}}"}}"""),
                (HttpMethod.Patch, "/twilio", $$"""{"config":"{{Secret}}"}"""),
                (HttpMethod.Patch, "/twilio", $$$"""{"config":{"authTokn":"{{{Secret}}}"}}"""),
                (HttpMethod.Patch, "/twilio", $$$"""{"config":{"authToken":"{{{Secret}}}",}}"""),
                (HttpMethod.Post, "/twilio/rollback", """{"revision":1}"""),
                (HttpMethod.Get, "", null),
                (HttpMethod.Get, "/twilio", null),
                (HttpMethod.Get, "/twilio/history", null),
            ])
            {
                using var response = await host.Client.CallAsync(method, StoredApi.Path + path, body);
                answers.Append(await response.Content.ReadAsStringAsync());
            }

            answers.AppendJoin('\n', host.Logs.GetSnapshot().Select(record => $"{record.Message} {record.Exception}"));
        }

        Assert.That(answers.ToString(), Does.Contain("••••").And.Not.Contains(Secret).And.Not.Contains(NewSecret));
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.That(content, Does.Not.Contain(Secret).And.Not.Contains(NewSecret), file);
        }
    }

    private static string Twilio(string secret, string apiBaseUrl = "http://127.0.0.1:9") => $$"""
        { "name": "twilio", "plugin": "twilio-sms",
          "config": { "accountSID": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "authToken": "{{secret}}",
                      "apiBaseUrl": "{{apiBaseUrl}}", "from": "+15005550006", "templates": {{Templates}} } }
        """;
}
