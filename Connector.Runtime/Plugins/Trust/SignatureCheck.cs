namespace Connector.Runtime.Plugins;

/// <summary>Finds out who has signed a plugin, among the keys that the operator trusts. Thread-safe.</summary>
internal sealed class SignatureCheck
{
    private readonly List<(string Name, byte[] PublicKey)> keys = [];

    /// <param name="trustedKeys">Public keys by name; validation has refused those that can't be read.</param>
    public SignatureCheck(IReadOnlyDictionary<string, string> trustedKeys)
    {
        foreach (var (name, text) in trustedKeys)
        {
            if (SigningKey.TryReadPublic(text, out var publicKey))
            {
                keys.Add((name, publicKey));
            }
        }
    }

    /// <summary>Names the key that has signed a plugin.</summary>
    /// <param name="plugin">As inspected: its files are the ones that its <c>plugin.json</c> lists.</param>
    /// <returns>The key's name; <see langword="null"/> when no trusted key has signed all of the plugin.</returns>
    public string? FindSigner(InstalledPlugin plugin)
    {
        if (plugin.Evidence is not { Signature: { } signature, Unlisted: null } evidence)
        {
            return null;
        }

        foreach (var (name, publicKey) in keys)
        {
            if (SigningKey.HasSigned(publicKey, evidence.Signed, signature))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Says why a plugin doesn't count as signed.</summary>
    /// <param name="plugin">With its signer.</param>
    /// <returns>What is wrong; <see langword="null"/> when it is signed.</returns>
    public PluginProblem? FindObjection(InstalledPlugin plugin)
    {
        if (plugin.SignedBy is not null)
        {
            return null;
        }

        if (plugin.Evidence is not { Signature: not null } evidence)
        {
            return ProblemKinds.Unsigned.Because(
                $"'{plugin.Path}' has no signature: no {PluginEvidence.SignatureFileName} beside a plugin.json.",
                "Get a signed build from its author, or sign it with 'connector-host plugins sign'.");
        }

        return evidence.Unlisted is { } file
            ? ProblemKinds.SignatureInvalid.Because(
                $"The signature of '{plugin.Path}' doesn't cover '{file}', which plugin.json doesn't list.",
                "Remove that file, or get the plugin from its author again.")
            : ProblemKinds.SignatureInvalid.Because(
                $"The signature of '{plugin.Path}' is by none of the trusted keys: {Names()}.",
                "Get the plugin from its author again. If you trust its signer, add the public key to "
                + "ConnectorHost:Plugins:TrustedKeys.");
    }

    private string Names() => keys.Count == 0 ? "there are none" : string.Join(", ", keys.Select(key => key.Name));
}
