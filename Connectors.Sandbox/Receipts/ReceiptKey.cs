using System.Security.Cryptography;
using System.Text;

namespace Connectors.Sandbox.Receipts;

/// <summary>
/// Signs receipts with a key of this connector alone, which lies in its folder. Thread-safe, and several processes may
/// use one folder.
/// </summary>
internal sealed class ReceiptKey(string folder)
{
    private const int Bytes = 32;

    private readonly string path = Path.Combine(folder, "receipt.key");
    private byte[]? key;

    /// <summary>The signature of a body posted to an address.</summary>
    /// <exception cref="IOException">The key can't be read or stored.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public string Sign(string url, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key ??= Read() ?? Create());
        hmac.AppendData(Encoding.UTF8.GetBytes(url + "\n"));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <inheritdoc cref="Sign"/>
    public bool IsValid(string signature, string url, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(url, body)));

    private byte[]? Read() =>
        File.Exists(path) && File.ReadAllBytes(path) is { Length: Bytes } stored ? stored : null;

    // Written beside and moved, so that nobody reads half a key.
    private byte[] Create()
    {
        Directory.CreateDirectory(folder);
        var created = RandomNumberGenerator.GetBytes(Bytes);
        var fresh = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(fresh, options))
        {
            file.Write(created);
        }

        return Publish(fresh) ? created : Read() ?? throw new IOException("The key that was just stored is gone.");
    }

    private bool Publish(string fresh)
    {
        try
        {
            // A file without a key in it is damaged.
            File.Move(fresh, path, overwrite: File.Exists(path) && Read() is null);
            return true;
        }
        catch (IOException) when (Read() is not null)
        {
            // Another process was first.
            File.Delete(fresh);
            return false;
        }
    }
}
