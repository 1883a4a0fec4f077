using System.Text.Json;
using Connector.Runtime.Plugins;

namespace Connector.Host.Security;

/// <summary>The content of <c>keys.json</c>.</summary>
internal sealed record ApiKeyFile(IReadOnlyList<StoredApiKey> Keys)
{
    public const string FileName = "keys.json";

    /// <summary>Reads the file.</summary>
    /// <returns><see langword="null"/> when there is none yet.</returns>
    /// <exception cref="ApiKeyFileException">
    /// It cannot be read; going on would lock everybody out or let a new key in.
    /// </exception>
    public static async Task<ApiKeyFile?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var file = await JsonSerializer.DeserializeAsync(
                stream, ApiKeyFileContext.Default.ApiKeyFile, cancellationToken);
            return file is not null && file.Keys.All(key => key.HasHash)
                ? file
                : throw new ApiKeyFileException(path, "it does not hold hashes of keys");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ApiKeyFileException(path, exception.Message);
        }
    }

    /// <summary>Creates the file, readable by its owner only, unless another process was faster.</summary>
    /// <returns>Whether this call created it.</returns>
    public async Task<bool> TryCreateAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            await WriteAsync(temporary, cancellationToken);
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public ApiKeyFile With(StoredApiKey key) => new([.. Keys, key]);

    public ApiKeyFile Without(string id) => new([.. Keys.Where(key => key.Id != id)]);

    /// <summary>Takes the place of the file that is there; whoever reads meanwhile sees the one or the other.</summary>
    /// <exception cref="ApiKeyFileException">It can't be written; the old one stays.</exception>
    public void Replace(string path)
    {
        try
        {
            ReplacedFile.Write(
                path,
                JsonSerializer.SerializeToUtf8Bytes(this, ApiKeyFileContext.Default.ApiKeyFile),
                UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ApiKeyFileException(path, exception.Message);
        }
    }

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(stream, this, ApiKeyFileContext.Default.ApiKeyFile, cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}
