using System.IO.Compression;
using System.Security.Cryptography;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Signs plugins for their authors: ECDSA on the curve P-256 over the bytes of <c>plugin.json</c>, which names the hash
/// of every other file. <c>openssl dgst -sha256 -sign</c> makes the same signatures. Thread-safe.
/// </summary>
public static class PluginSigning
{
    /// <summary>Makes a key to sign with.</summary>
    /// <returns>
    /// The private key as PEM, to be kept secret, and the public key as operators write it into their settings.
    /// </returns>
    public static (string PrivateKeyPem, string PublicKey) CreateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem() + "\n", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Writes <c>plugin.json.sig</c> beside <c>plugin.json</c>, in folder or zip.</summary>
    /// <param name="plugin">As <see cref="PluginInstaller.Inspect"/> found it.</param>
    /// <param name="privateKeyPem">The private key.</param>
    /// <returns>The public key that the signature can be checked with, as settings have it.</returns>
    /// <exception cref="PluginException">The plugin or the key isn't fit; nothing has been written.</exception>
    /// <exception cref="IOException">The signature can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string Sign(InstalledPlugin plugin, string privateKeyPem)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        if (plugin.State is not (PluginState.Available or PluginState.Untrusted))
        {
            throw new PluginException(plugin.State, plugin.Problems[0]);
        }

        var evidence = plugin.Evidence ?? throw Unfit(
            $"'{plugin.Path}' has no plugin.json.",
            "Name the published folder or the .connector.zip; the contract's package writes plugin.json at a build.");
        if (evidence.Unlisted is { } file)
        {
            throw Unfit($"plugin.json doesn't list '{file}'.", "Remove that file, or build the plugin again.");
        }

        using var key = Import(privateKeyPem);
        Write(plugin.Path, SigningKey.Sign(key, evidence.Signed));
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (SigningKey.IsP256(key) && key.ExportParameters(includePrivateParameters: true).D is not null)
            {
                return key;
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Said below: what the library says would quote the file.
        }

        key.Dispose();
        throw Unfit(
            "The key isn't an unencrypted private ECDSA key on P-256 in PEM.",
            "Make one with 'connector-host plugins keygen', or with 'openssl ecparam -name prime256v1 -genkey'.");
    }

    private static void Write(string path, byte[] signature)
    {
        if (Directory.Exists(path))
        {
            ReplacedFile.Write(Path.Combine(path, PluginEvidence.SignatureFileName), signature);
            return;
        }

        using var zip = new MemoryStream();
        zip.Write(File.ReadAllBytes(path));
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(PluginEvidence.SignatureFileName)?.Delete();
            using var entry = archive.CreateEntry(PluginEvidence.SignatureFileName).Open();
            entry.Write(signature);
        }

        ReplacedFile.Write(path, zip.ToArray());
    }

    private static PluginException Unfit(string cause, string fix) => ProblemKinds.SigningFailed.Thrown(cause, fix);
}
