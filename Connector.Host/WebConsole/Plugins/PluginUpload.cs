using Microsoft.AspNetCore.Components.Forms;

namespace Connector.Host.WebConsole;

/// <summary>A file that somebody offers from their browser, kept in a folder that nobody else reads.</summary>
internal sealed class PluginUpload : IDisposable
{
    /// <summary>The most bytes of a plugin file.</summary>
    public const long MaxBytes = 100 * 1024 * 1024;

    private const int BlockBytes = 64 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connector-upload-");

    private PluginUpload(string name) => Path = System.IO.Path.Combine(folder.FullName, name);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Takes a file.</summary>
    /// <param name="file">The browser's file, at most <see cref="MaxBytes"/>.</param>
    /// <param name="progress">Takes how many hundredths have arrived.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="IOException">It did not arrive, or can't be written.</exception>
    public static async Task<PluginUpload> ReceiveAsync(
        IBrowserFile file, Action<int> progress, CancellationToken cancellationToken)
    {
        // What a browser calls a file is not to be trusted with more than its kind.
        var kind = file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? System.IO.Path.GetFileName(file.Name.Replace('\\', '/'))
            : "upload.connector.zip";
        var upload = new PluginUpload(kind);
        try
        {
            await using var source = file.OpenReadStream(MaxBytes, cancellationToken);
            await using var target = File.Create(upload.Path);
            await CopyAsync(source, target, file.Size, progress, cancellationToken);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CopyAsync(
        Stream source, Stream target, long size, Action<int> progress, CancellationToken cancellationToken)
    {
        var block = new byte[BlockBytes];
        var told = -1;
        long arrived = 0;
        while (await source.ReadAsync(block, cancellationToken) is > 0 and var read)
        {
            await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
            arrived += read;
            var hundredths = (int)(arrived * 100 / Math.Max(size, 1));
            if (hundredths != told)
            {
                progress(told = hundredths);
            }
        }
    }
}
