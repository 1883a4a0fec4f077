using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Runtime.Storage;

/// <summary>
/// Encrypts what the database must not show: codes, numbers, credentials, secrets of subscribers. Thread-safe.
/// </summary>
/// <param name="provider">Keeps its keys in the same database.</param>
internal sealed class SealedData(IDataProtectionProvider provider)
{
    private readonly IDataProtector messages = provider.CreateProtector("Connector.Messages");
    private readonly IDataProtector settings = provider.CreateProtector("Connector.Settings");

    /// <summary>The content of a message: short-lived.</summary>
    public byte[] SealMessage(byte[] content) => messages.Protect(content);

    /// <exception cref="CryptographicException">It was altered, or its key is gone.</exception>
    public byte[] OpenMessage(byte[] content) => messages.Unprotect(content);

    /// <summary>A setting with secrets: kept until it is changed.</summary>
    public byte[] SealSetting(byte[] setting) => settings.Protect(setting);

    /// <exception cref="CryptographicException">It was altered, or its key is gone.</exception>
    public byte[] OpenSetting(byte[] setting) => settings.Unprotect(setting);
}
