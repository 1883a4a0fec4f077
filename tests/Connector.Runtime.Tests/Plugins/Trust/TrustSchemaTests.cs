using System.Text;
using System.Text.Json;
using Connector.Runtime.Plugins;
using NJsonSchema;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>What an editor says of the operator's files is what the host says of them.</summary>
public sealed class TrustSchemaTests
{
    private const string Hash = "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    [TestCase("[]")]
    [TestCase("""{"lockVersion":2,"plugins":{}}""")]
    [TestCase("""{"lockVersion":1}""")]
    [TestCase("""{FORM,"plugins":null}""")]
    [TestCase("{}")]
    [TestCase("""{FORM,"plugin":{}}""")]
    [TestCase("""{FORM,"plugins":[]}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":null}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","previous":[]}}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"HASH"}}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"sha256:00","previous":[]}}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":1,"hash":"HASH","previous":[]}}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"HASH","previous":[{"version":"0.9.0"}]}}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"HASH","previous":[],"signed":true}}}""")]
    public async Task A_wrong_lock_file_is_wrong_for_both(string json)
    {
        Assert.That(await JudgeAsync("plugins-lock", json), Is.Not.Empty);
        Assert.That(() => ReadLock(json), Throws.InstanceOf<JsonException>());
    }

    [TestCase("""{"$schema":"plugins-lock.schema.json",FORM,"plugins":{}}""")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":null,"hash":"HASH","previous":[]}}}""")]
    [TestCase("""
        {FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"HASH","previous":[
            {"version":"0.9.0","hash":"HASH"}]}}}
        """)]
    public async Task A_right_lock_file_is_right_for_both(string json)
    {
        Assert.That(await JudgeAsync("plugins-lock", json), Is.Empty);
        Assert.That(() => ReadLock(json), Throws.Nothing);
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"revoked":{}}""")]
    [TestCase("""{"revoked":[{"id":"acme-sms"}]}""")]
    [TestCase("""{"revoked":[{"id":"acme-sms","reason":""}]}""")]
    [TestCase("""{"revoked":[{"reason":"Everything?"}]}""")]
    [TestCase("""{"revoked":[{"version":"1.0.0","hash":"HASH","reason":"Of what?"}]}""")]
    [TestCase("""{"revoked":[{"hash":"abc","reason":"No hash."}]}""")]
    [TestCase("""{"revoked":[{"id":"acme-sms","verion":"1.0.0","reason":"A slip."}]}""")]
    public async Task A_wrong_list_is_wrong_for_both(string json)
    {
        Assert.That(await JudgeAsync("plugins-revoked", json), Is.Not.Empty);
        Assert.That(() => ReadRevocations(json), Throws.InstanceOf<JsonException>());
    }

    [TestCase("""{"revoked":[]}""")]
    [TestCase("""
        {"$schema":"plugins-revoked.schema.json","revoked":[
            {"id":"acme-sms","version":"1.2.0","reason":"Logs codes.","link":"https://acme.example/advisories/7"},
            {"hash":"HASH","reason":"A build that nobody made."},
            {"key":"acme","reason":"The key has leaked."}]}
        """)]
    public async Task A_right_list_is_right_for_both(string json)
    {
        Assert.That(await JudgeAsync("plugins-revoked", json), Is.Empty);
        Assert.That(() => ReadRevocations(json), Throws.Nothing);
    }

    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1.0.0","hash":"HASH"}}}""", "'previous'", "acme-sms")]
    [TestCase("""{FORM,"plugin":{}}""", "'plugin' isn't known", "")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":1,"hash":"HASH","previous":[]}}}""", "acme-sms.version", "")]
    [TestCase("""{FORM,"plugins":{"acme-sms":{"version":"1","hash":null,"previous":[]}}}""", "'Hash'", "acme-sms")]
    [TestCase("""{FORM,"plugins":{"acme-sms":"1.0.0"}}""", "acme-sms", "")]
    [TestCase("""{FORM,"plugins":{},"plugins":{}}""", "'plugins'", "")]
    public void What_is_wrong_is_told_with_its_place_and_without_names_of_the_code(
        string json, string what, string place)
    {
        var failure = Assert.Throws<JsonException>(() => ReadLock(json));

        Assert.That(failure!.Message, Does.Contain(what).And.Contain(place));
        Assert.That(failure.Message, Does.Not.Contain("Connector.").And.Not.Contain("System.").And.Not.Contain(".NET"));
    }

    [Test]
    public void The_address_of_the_schema_stays_in_the_lock_file()
    {
        var content = ReadLock("""{"$schema":"plugins-lock.schema.json",FORM,"plugins":{}}""");

        var written = JsonSerializer.Serialize(content.Without("acme-sms"), TrustJsonContext.Default.PluginLock);

        Assert.That(written, Does.Contain("\"plugins-lock.schema.json\""));
    }

    private static async Task<IEnumerable<object>> JudgeAsync(string name, string json)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, $"{name}.schema.json"));
        return schema.Validate(Filled(json));
    }

    private static PluginLock ReadLock(string json) => LockFileReader.Parse(Encoding.UTF8.GetBytes(Filled(json)));

    private static Revocations ReadRevocations(string json) => Revocations.Parse(Encoding.UTF8.GetBytes(Filled(json)));

    private static string Filled(string json) => json
        .Replace("FORM", "\"lockVersion\":1", StringComparison.Ordinal)
        .Replace("HASH", Hash, StringComparison.Ordinal);
}
