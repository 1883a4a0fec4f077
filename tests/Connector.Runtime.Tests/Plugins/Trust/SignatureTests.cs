using System.Security.Cryptography;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class SignatureTests : TrustTests
{
    private (string PrivateKeyPem, string PublicKey) key;

    [SetUp]
    public void TrustAcme()
    {
        key = PluginSigning.CreateKey();
        Sandbox.Options.TrustedKeys = new Dictionary<string, string> { ["acme"] = key.PublicKey };
    }

    [Test]
    public async Task An_unsigned_plugin_does_not_run()
    {
        var folder = DropListed();
        await LockAsync(PluginIntegrity.Off);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(
            PluginState.Untrusted, "PLUGIN_UNSIGNED", folder, "plugin.json.sig");
    }

    [Test]
    public async Task A_signature_by_another_key_does_not_count()
    {
        var folder = DropListed();
        Sign(folder, PluginSigning.CreateKey().PrivateKeyPem);
        await LockAsync(PluginIntegrity.Off);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Untrusted, "SIGNATURE_INVALID", folder, "acme");
    }

    [TestCase("")]
    [TestCase("garbage")]
    public async Task Bytes_that_are_no_signature_do_not_count(string bytes)
    {
        var folder = DropListed();
        await File.WriteAllTextAsync(Path.Combine(folder, "plugin.json.sig"), bytes);
        await LockAsync(PluginIntegrity.Off);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Untrusted, "SIGNATURE_INVALID", folder);
    }

    [Test]
    public async Task A_list_that_was_changed_after_it_was_signed_does_not_count()
    {
        var folder = DropListed();
        Sign(folder, key.PrivateKeyPem);
        await File.AppendAllTextAsync(Path.Combine(folder, "plugin.json"), "\n");
        await LockAsync(PluginIntegrity.Off);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Untrusted, "SIGNATURE_INVALID", folder);
    }

    [Test]
    public async Task A_file_that_the_signature_does_not_cover_is_named()
    {
        var folder = DropListed();
        Sign(folder, key.PrivateKeyPem);
        await File.WriteAllTextAsync(Path.Combine(folder, "libevil.so"), "code");
        await LockAsync(PluginIntegrity.Off);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Untrusted, "SIGNATURE_INVALID", "libevil.so");
    }

    [Test]
    public async Task A_signed_file_that_was_changed_is_rejected()
    {
        var folder = DropListed();
        Sign(folder, key.PrivateKeyPem);
        await File.AppendAllTextAsync(Path.Combine(folder, "Good.deps.json"), " ");

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Rejected, "FILE_MODIFIED", "Good.deps.json");
    }

    [Test]
    public async Task Signed_and_not_locked_is_not_enough()
    {
        Sign(DropListed(), key.PrivateKeyPem);

        (await LookAsync(PluginIntegrity.Signed)).ShouldBe(PluginState.Untrusted, "PLUGIN_NOT_LOCKED");
    }

    [Test]
    public async Task A_key_that_has_leaked_can_be_revoked()
    {
        Sign(DropListed(), key.PrivateKeyPem);
        await File.WriteAllTextAsync(
            Path.Combine(Sandbox.Root, "plugins.revoked.json"),
            """{"revoked":[{"key":"acme","reason":"The key has leaked."}]}""");

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "PLUGIN_REVOKED", "The key has leaked.");
    }

    [Test]
    public async Task Signed_and_locked_runs_and_names_who_signed()
    {
        Sign(DropListed(), key.PrivateKeyPem);
        await LockAsync(PluginIntegrity.Signed);

        var loaded = await UseAsync(integrity: PluginIntegrity.Signed);

        Assert.That(loaded.Plugin.SignedBy, Is.EqualTo("acme"));
    }

    [Test]
    public async Task A_signed_zip_counts_as_well()
    {
        var folder = DropListed();
        var zip = Path.Combine(Sandbox.Drop, "good-1.0.0.connector.zip");
        await File.WriteAllBytesAsync(zip, TestZip.OfFolder(folder));
        Directory.Delete(folder, recursive: true);
        Sign(zip, PluginSigning.CreateKey().PrivateKeyPem);
        Sign(zip, key.PrivateKeyPem);

        Assert.That((await LookAsync()).SignedBy, Is.EqualTo("acme"));
    }

    [Test]
    public async Task A_signature_that_openssl_would_make_counts()
    {
        var folder = DropListed();
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(key.PrivateKeyPem);
        var signature = ecdsa.SignData(
            await File.ReadAllBytesAsync(Path.Combine(folder, "plugin.json")),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        await File.WriteAllBytesAsync(Path.Combine(folder, "plugin.json.sig"), signature);

        Assert.That((await LookAsync()).SignedBy, Is.EqualTo("acme"));
    }

    [TestCase(false, "plugin.json")]
    [TestCase(true, "NOTICE")]
    public void What_a_signature_could_not_cover_is_not_signed(bool isListed, string culprit)
    {
        var folder = DropGood();
        if (isListed)
        {
            PluginSandbox.WriteFileList(folder, "good", "Good.dll");
            Tamper(folder);
        }

        var failure = Assert.Throws<PluginException>(() => Sign(folder, key.PrivateKeyPem));

        Assert.That(failure!.Problem.Code, Is.EqualTo("SIGNING_FAILED"));
        Assert.That(failure.Problem.Cause, Does.Contain(culprit));
        Assert.That(Path.Combine(folder, "plugin.json.sig"), Does.Not.Exist);
    }

    [TestCase("no key")]
    [TestCase("P-384")]
    [TestCase("public")]
    public void A_key_that_cannot_sign_is_refused_and_not_quoted(string kind)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = kind switch
        {
            "P-384" => other.ExportPkcs8PrivateKeyPem(),
            "public" => ecdsa.ExportSubjectPublicKeyInfoPem(),
            _ => kind,
        };

        var failure = Assert.Throws<PluginException>(() => Sign(DropListed(), pem));

        Assert.That(failure!.Problem.Code, Is.EqualTo("SIGNING_FAILED"));
        Assert.That(failure.ToString(), Does.Not.Contain(pem));
    }

    private string DropListed()
    {
        var folder = DropGood();
        PluginSandbox.WriteFileList(folder, "good", "Good.dll");
        return folder;
    }

    private void Sign(string path, string privateKey) => PluginSigning.Sign(NewInstaller().Inspect(path), privateKey);

    private async Task LockAsync(PluginIntegrity integrity)
    {
        Sandbox.Options.Integrity = integrity;
        await NewInstaller().LockAsync([], CancellationToken.None);
    }
}
