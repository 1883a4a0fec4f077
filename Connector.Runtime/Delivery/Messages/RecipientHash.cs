using System.Security.Cryptography;
using System.Text;
using Connector.Abstractions;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Turns numbers into what the database may hold in clear: equal numbers are found again, but nobody without the key
/// can try out numbers. Thread-safe.
/// </summary>
internal sealed class RecipientHash(Database database, SealedData sealedData) : IDisposable
{
    private const string SecretName = "recipient-hash";
    private const int KeyBytes = 32;
    private const int HashBytes = 16;

    private readonly SemaphoreSlim first = new(1, 1);
    private byte[]? key;

    /// <summary>The hash of a number, for storing it. The first one ever creates the key.</summary>
    /// <exception cref="StorageException">The key can't be read or stored.</exception>
    public async Task<byte[]> ComputeAsync(PhoneNumber phone) =>
        Hash(await KeyAsync(), phone);

    /// <summary>The hash of anything else that must not be guessed from it.</summary>
    /// <exception cref="StorageException">The key can't be read or stored.</exception>
    public async Task<byte[]> ComputeAsync(byte[] data) => HMACSHA256.HashData(await KeyAsync(), data);

    /// <summary>The hash of a number, for finding it.</summary>
    /// <returns><see langword="null"/> when no number has been stored yet.</returns>
    /// <exception cref="StorageException">The key can't be read.</exception>
    public async Task<byte[]?> FindAsync(PhoneNumber phone, CancellationToken cancellationToken) =>
        (key ??= await FindKeyAsync(cancellationToken)) is { } found ? Hash(found, phone) : null;

    private static byte[] Hash(byte[] key, PhoneNumber phone) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(phone.E164))[..HashBytes];

    public void Dispose() => first.Dispose();

    private ValueTask<byte[]> KeyAsync() => key is { } known ? ValueTask.FromResult(known) : GetKeyAsync();

    // Hundreds of first messages at once must not take hundreds of connections to read the same row.
    private async ValueTask<byte[]> GetKeyAsync()
    {
        await first.WaitAsync();
        try
        {
            return key ??= await FindKeyAsync(CancellationToken.None) ?? await CreateKeyAsync();
        }
        finally
        {
            first.Release();
        }
    }

    // Of several hosts that create it at once, one is first, and all read that one's.
    private async Task<byte[]> CreateKeyAsync()
    {
        var created = sealedData.SealSetting(RandomNumberGenerator.GetBytes(KeyBytes));
        await database.WriteAsync([new Statement(
            "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", SecretName, created)]);
        return await FindKeyAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("The key that has just been stored is gone.");
    }

    private async Task<byte[]?> FindKeyAsync(CancellationToken cancellationToken)
    {
        var stored = await database.ReadAsync(
            session => session.FindAsync(
                "SELECT value FROM secrets WHERE name = $1", reader => (byte[])reader.GetValue(0), SecretName),
            cancellationToken);
        try
        {
            return stored is null ? null : sealedData.OpenSetting(stored);
        }
        catch (CryptographicException)
        {
            // The data protection keys are gone. Messages must be taken all the same; earlier ones are not found by
            // their number any more.
            await database.WriteAsync([new Statement(
                "DELETE FROM secrets WHERE name = $1 AND value = $2", SecretName, stored)]);
            return null;
        }
    }
}
