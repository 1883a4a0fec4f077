using Connector.Runtime.Plugins;
using Connector.Runtime.Tests.Connectors;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Tests;

public sealed class ConnectorRuntimeOptionsValidatorTests
{
    [Test]
    public void All_problems_are_listed_at_once()
    {
        var failures = Validate(Settings.FromJson("""
            { "ConnectorHost": {
                "DataPath": " ",
                "Plugin": { "Path": "x" },
                "Plugins": { "Pth": "x", "Path": "", "ActivationTimeout": "00:00:00.5" },
                "Messages": { "Lifetime": "soon", "SendTimeout": "00:05:00", "UsageTypes": ["Login", " "] },
                "Connectors": "twilio" } }
            """));

        Assert.That(failures, Is.EquivalentTo(new[]
        {
            "ConnectorHost:Plugin is not a known setting. "
            + "Use DataPath, Plugins, Messages, Storage, Delivery, Connectors. "
                + "Did you mean Plugins?",
            "ConnectorHost:Connectors is a text. Write an object with its settings.",
            "ConnectorHost:Plugins:Pth is not a known setting. "
                + "Use Path, ActivationTimeout, TrustedKeys, Integrity, LockFile, RevocationsFile, MaxThreads, Reload, "
                + "SettleTime. "
                + "Did you mean Path?",
            "ConnectorHost:Messages:Lifetime is not a duration. Write hours:minutes:seconds, such as 00:10:00.",
            "ConnectorHost:DataPath is not a path. Name a folder, absolute or relative to the content root.",
            "ConnectorHost:Plugins:Path is not a path. Name a folder, absolute or relative to the content root.",
            "ConnectorHost:Plugins:ActivationTimeout must be from 00:00:01 to 00:02:00.",
            "ConnectorHost:Messages:SendTimeout must be from 00:00:01 to 00:02:00.",
            "ConnectorHost:Messages:UsageTypes has an entry of 1 characters. Use names of 1 to 64 characters.",
        }));
    }

    [TestCase("Messages:Lifetime", "00:00:09")]
    [TestCase("Messages:Lifetime", "10:00:01")]
    [TestCase("Messages:Lifetime", "10")]
    [TestCase("Messages:SendTimeout", "-00:00:10")]
    [TestCase("Plugins:ActivationTimeout", "2m")]
    public void A_duration_out_of_range_or_unreadable_is_a_problem(string key, string value)
    {
        var failures = Validate(Settings.FromJsonWith("{}", (key, value)));

        Assert.That(failures, Has.Count.EqualTo(1));
        Assert.That(failures[0], Does.StartWith($"ConnectorHost:{key} "));
    }

    [TestCase("Plugins:Integrity", "Strict", "is not one of FirstUse, Locked, Signed, Off.")]
    [TestCase("Plugins:Integrity", "1", "is not one of FirstUse, Locked, Signed, Off.")]
    [TestCase("Plugins:LockFile", "folder/", "is not a path.")]
    [TestCase("Plugins:RevocationsFile", " ", "is not a path.")]
    [TestCase("Plugins:TrustedKeys:acme", "AAAA", "is not a public key.")]
    public void A_setting_of_integrity_that_cannot_be_used_is_a_problem(string key, string value, string problem)
    {
        var failures = Validate(Settings.FromJsonWith("{}", (key, value)));

        Assert.That(failures, Has.Count.EqualTo(1));
        Assert.That(failures[0], Does.StartWith($"ConnectorHost:{key} {problem}"));
    }

    [Test]
    public void Signed_without_keys_to_trust_is_a_problem()
    {
        var failures = Validate(Settings.FromJsonWith("{}", ("Plugins:Integrity", "Signed")));

        Assert.That(failures, Has.Count.EqualTo(1));
        Assert.That(failures[0], Does.StartWith("ConnectorHost:Plugins:TrustedKeys is empty"));
    }

    [Test]
    public void Signed_with_a_key_is_no_problem()
    {
        var key = PluginSigning.CreateKey().PublicKey;

        Assert.That(
            Validate(Settings.FromJsonWith("{}", ("Plugins:Integrity", "signed"), ("Plugins:TrustedKeys:acme", key))),
            Is.Empty);
    }

    [Test]
    public void Settings_of_the_applications_own_are_no_problem()
    {
        Assert.That(
            Validate(Settings.FromJson(
                """{ "ConnectorHost": { "Security": { "X": 1 }, "Storage": {}, "Urls": "x" } }""")),
            Is.Empty);
    }

    [Test]
    public void No_settings_at_all_are_no_problem()
    {
        Assert.That(Validate(Settings.FromJson("{}")), Is.Empty);
    }

    private static IReadOnlyList<string> Validate(IConfiguration settings)
    {
        var options = new ConnectorRuntimeOptions();
        RuntimeSettings.Apply(settings, options);
        var result = new ConnectorRuntimeOptionsValidator(settings).Validate(name: null, options);
        return [.. result.Failures ?? []];
    }
}
