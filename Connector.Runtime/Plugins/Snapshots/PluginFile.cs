using System.Security.Cryptography;

namespace Connector.Runtime.Plugins;

/// <summary>One file of a plugin, as read once; everything after works on these bytes.</summary>
internal sealed class PluginFile(string path, byte[] content)
{
    /// <summary>Relative to the plugin's root, with slashes on every platform.</summary>
    public string Path { get; } = path;

    public byte[] Content { get; } = content;

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(content));

    public bool IsDll => Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    public bool IsTopLevel => !Path.Contains('/');
}
