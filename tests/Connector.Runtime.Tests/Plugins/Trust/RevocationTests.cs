using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class RevocationTests : TrustTests
{
    private string List => Path.Combine(Sandbox.Root, "plugins.revoked.json");

    [TestCase("""{"id":"good","reason":"It has leaked codes.","link":"https://example.com/1"}""")]
    [TestCase("""{"id":"good","version":"1.0.0","reason":"It has leaked codes.","link":"https://example.com/1"}""")]
    public async Task What_is_revoked_runs_in_no_mode_and_the_reason_is_told(string entry)
    {
        DropGood();
        await UseAsync();
        await RevokeAsync(entry);
        Sandbox.Options.TrustedKeys = new Dictionary<string, string> { ["acme"] = PluginSigning.CreateKey().PublicKey };

        foreach (var mode in Enum.GetValues<PluginIntegrity>())
        {
            var plugin = await LookAsync(mode);
            plugin.ShouldBe(PluginState.Untrusted, "PLUGIN_REVOKED", "It has leaked codes.", List, "good");
            Assert.That(plugin.Problems[0].Fix, Does.Contain("https://example.com/1"));
        }
    }

    [Test]
    public async Task One_build_can_be_revoked()
    {
        DropGood();
        var plugin = await LookAsync();
        await RevokeAsync($$"""{"hash":"{{plugin.Hash}}","reason":"Bad build."}""");

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "PLUGIN_REVOKED", "Bad build.");
    }

    [Test]
    public async Task Bundled_plugins_can_be_revoked_too()
    {
        Sandbox.Options.BundledPath = "bundled";
        PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Root, "bundled", "good"));
        await RevokeAsync("""{"id":"good","reason":"Bad."}""");

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "PLUGIN_REVOKED");
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{"revoked":[{"id":"good"}]}""")]
    [TestCase("""{"revoked":[{"reason":"Everything?"}]}""")]
    [TestCase("""{"revoked":[{"version":"1.0.0","reason":"Of what?"}]}""")]
    [TestCase("""{"revoked":[{"id":"good","hash":"abc","reason":"No hash."}]}""")]
    [TestCase("""{"revoked":[{"id":"good","verion":"1.0.0","reason":"A slip."}]}""")]
    public async Task A_list_that_cannot_be_read_lets_nothing_run(string json)
    {
        DropGood();
        await File.WriteAllTextAsync(List, json);

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "REVOCATIONS_INVALID", List);
    }

    [TestCase("""{"id":"other","reason":"-"}""")]
    [TestCase("""{"id":"good","version":"1.0.1","reason":"-"}""")]
    [TestCase("""{"key":"acme","reason":"-"}""")]
    public async Task What_the_list_does_not_name_runs(string entry)
    {
        DropGood();
        await RevokeAsync(entry);

        Assert.That((await LookAsync()).State, Is.EqualTo(PluginState.Available));
    }

    private Task RevokeAsync(string entry) => File.WriteAllTextAsync(List, $$"""{"revoked":[{{entry}}]}""");
}
