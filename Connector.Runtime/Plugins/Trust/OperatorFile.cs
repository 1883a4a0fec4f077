using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// A file that operators write and the host reads again when it has changed. What was read well is kept while a later
/// content is bad: an editor may be writing it this very moment. Thread-safe.
/// </summary>
/// <param name="path">The file. It need not exist.</param>
/// <param name="parse">Reads its bytes; throws <see cref="JsonException"/>.</param>
/// <param name="absent">What a missing file means.</param>
/// <param name="logger">Told about content that is not used.</param>
internal sealed class OperatorFile<T>(string path, Func<byte[], T> parse, T absent, ILogger logger)
    where T : class
{
    private readonly Lock gate = new();
    private FileStamp? stamp;
    private T? content;
    private string? fault;

    public string Path { get; } = path;

    /// <summary>Changes when the file does.</summary>
    public FileStamp Stamp => FileStamp.Of(Path);

    /// <summary>Reads the file if it has changed.</summary>
    /// <param name="why">What is wrong with the present content; <see langword="null"/> when nothing is.</param>
    /// <returns>The latest good content; <see langword="null"/> when there has been none.</returns>
    public T? Read(out string? why)
    {
        lock (gate)
        {
            var present = Stamp;
            if (present != stamp)
            {
                Load();
                stamp = present;
            }

            why = fault;
            return content;
        }
    }

    private void Load()
    {
        try
        {
            content = File.Exists(Path) ? parse(File.ReadAllBytes(Path)) : absent;
            fault = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            fault = e.Message.TrimEnd('.');
            if (content is not null)
            {
                TrustLog.FileIgnored(logger, Path, e.Message);
            }
        }
    }
}
