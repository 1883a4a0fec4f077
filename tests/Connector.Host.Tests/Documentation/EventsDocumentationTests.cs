using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Tests.Delivery;

namespace Connector.Host.Tests.Documentation;

/// <summary>What docs/api.md tells receivers must be so.</summary>
internal sealed partial class EventsDocumentationTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly string Root = SourceTree.Root;
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "api.md"));

    [Test]
    public void The_receiver_in_csharp_is_the_one_that_tests_the_host()
    {
        var source = File.ReadAllText(Path.Combine(
            Root, "tests", "Connector.Runtime.Tests", "Delivery", "Webhooks", "StandardWebhook.cs"));
        var shown = Documented().Match(source).Groups["code"].Value;

        Assert.That(shown, Does.Contain(nameof(StandardWebhook.IsGenuine)));
        Assert.That(
            Lines(CsharpBlock().Match(Page).Groups["code"].Value), Is.EqualTo(Lines(shown)));
    }

    [Test]
    public void The_receiver_in_python_tells_genuine_events_from_others()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var body = "{\"type\":\"webhook.test\"}"u8;
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var signature = Sign(key, $"evt_1.{now}.", body);
        var script = PythonBlock().Match(Page).Groups["code"].Value + $$"""

            headers = {"webhook-id": "evt_1", "webhook-timestamp": "{{now}}",
                       "webhook-signature": "v1,AAAA v1,{{signature}}"}
            body = b'{"type":"webhook.test"}'
            old = dict(headers, **{"webhook-timestamp": "{{now - 301}}"})
            print(is_genuine("{{Secret}}", headers, body), is_genuine("{{Secret}}", headers, body + b" "),
                  is_genuine("{{Secret}}", old, body))
            """;

        Assert.That(RunPython(script).Trim(), Is.EqualTo("True False False"));
    }

    [Test]
    public void Every_kind_of_event_and_every_word_of_a_failure_is_explained()
    {
        var errors = typeof(WebhookDelivery).Assembly.GetType("Connector.Runtime.Delivery.WebhookErrors")!
            .GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.That(errors, Has.Count.GreaterThan(5));
        foreach (var word in errors.Concat(EventTypes.Names.Select(name => name["message".Length..])))
        {
            Assert.That(Page, Does.Contain($"`{word}`").Or.Contain($"message{word}`"));
        }
    }

    private static string RunPython(string script)
    {
        using var python = Start();
        python.StandardInput.Write(script);
        python.StandardInput.Close();
        return python.StandardOutput.ReadToEnd();
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", "-")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new IgnoreException("There is no python3 on this machine.", missing);
        }
    }

    private static string Sign(byte[] key, string head, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(head), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }

    private static string[] Lines(string code) =>
        code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("// documented\n(?<code>.*?)// end", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Documented();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CsharpBlock();

    [GeneratedRegex("```python\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PythonBlock();
}
