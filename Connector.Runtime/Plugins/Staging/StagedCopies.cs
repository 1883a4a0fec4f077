using System.Security.Cryptography;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Keeps a copy of every usable plugin under its tree hash. Code is loaded from there only: overwriting a mapped DLL in
/// the drop folder would end the process (SIGBUS), and what was checked must be what runs.
/// </summary>
internal sealed class StagedCopies(string root, TimeProvider timeProvider)
{
    private const string TemporaryPrefix = ".tmp-";
    private const int MaxAttempts = 3;
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);
    private static readonly int NameLength = SHA256.HashSizeInBytes * 2;

    /// <summary>Writes a copy unless there is one. Several processes may stage the same plugin at once.</summary>
    /// <param name="snapshot">The plugin.</param>
    /// <returns>The copy's folder.</returns>
    /// <exception cref="IOException">The data folder can't be written.</exception>
    public string Stage(PluginSnapshot snapshot)
    {
        var target = Path.Combine(root, snapshot.TreeHash);
        if (IsWhole(target, snapshot))
        {
            TryTouch(target);
            return target;
        }

        var temporary = TemporaryFolder();
        Write(snapshot, temporary);
        for (var attempt = 1; !TryMove(temporary, target, isLastAttempt: attempt == MaxAttempts); attempt++)
        {
            if (IsWhole(target, snapshot))
            {
                // Another process was faster; its copy has the same bytes.
                Delete(temporary);
                break;
            }

            // A damaged copy is moved, not deleted: a process that has it mapped keeps its pages.
            TryMove(target, TemporaryFolder(), isLastAttempt: false);
        }

        return target;
    }

    /// <summary>Removes what interrupted runs left.</summary>
    public void RemoveLeftovers() =>
        RemoveOld(folder => folder.Name.StartsWith(TemporaryPrefix, StringComparison.Ordinal));

    /// <summary>
    /// Removes copies that aren't needed, unless they are young: a command beside this process may just use one.
    /// </summary>
    /// <param name="needed">Hashes of plugins, with or without <c>sha256:</c>.</param>
    public void RemoveUnused(IEnumerable<string> needed)
    {
        var names = needed.Select(hash => hash.Split(':')[^1]).ToHashSet(StringComparer.Ordinal);
        RemoveOld(folder => folder.Name.Length == NameLength
            && folder.Name.All(char.IsAsciiHexDigitLower)
            && !names.Contains(folder.Name));
    }

    private void RemoveOld(Func<DirectoryInfo, bool> isUnneeded)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        var oldest = timeProvider.GetUtcNow() - LeftoverAge;
        foreach (var folder in new DirectoryInfo(root).EnumerateDirectories().Where(isUnneeded))
        {
            if (new DateTimeOffset(folder.LastWriteTimeUtc) < oldest)
            {
                Delete(folder.FullName);
            }
        }
    }

    // Tells whoever tidies up that it is in use again.
    private void TryTouch(string folder)
    {
        try
        {
            Directory.SetLastWriteTimeUtc(folder, timeProvider.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then it is young no longer than it was written.
        }
    }

    // Names and lengths tell an interrupted copy; the hash in the name was taken of the very bytes.
    private static bool IsWhole(string folder, PluginSnapshot snapshot)
    {
        foreach (var file in snapshot.Files)
        {
            var copy = new FileInfo(Path.Combine(folder, file.Path));
            if (!copy.Exists || copy.Length != file.Content.Length)
            {
                return false;
            }
        }

        return Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count() == snapshot.Files.Count;
    }

    private static void Write(PluginSnapshot snapshot, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in snapshot.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            File.SetAttributes(path, FileAttributes.ReadOnly);
        }
    }

    private static bool TryMove(string from, string to, bool isLastAttempt)
    {
        try
        {
            Directory.Move(from, to);
            return true;
        }
        catch (IOException) when (!isLastAttempt)
        {
            return false;
        }
    }

    private string TemporaryFolder() => Path.Combine(root, TemporaryPrefix + Guid.NewGuid().ToString("N"));

    private static void Delete(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that are in use; the next start tries again.
        }
    }
}
