using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Compares the files with <c>plugin.json</c>, when there is one. A lock file and signatures, once the host knows them,
/// are compared at this step too.
/// </summary>
internal sealed class FileListCheck : IPluginCheck
{
    private const string CopyAgain = "Copy the whole plugin again, or build it again so that plugin.json is renewed.";

    public void Run(PluginInspection inspection)
    {
        if (inspection.Snapshot.Find(FileList.FileName) is not { } file)
        {
            return;
        }

        try
        {
            inspection.FileList = FileList.Parse(file.Content);
            Compare(inspection, inspection.FileList);
        }
        catch (JsonException e)
        {
            inspection.Problems.Add(
                ProblemKinds.FileListInvalid, $"plugin.json can't be read: {e.Message}", CopyAgain);
        }
    }

    private static void Compare(PluginInspection inspection, FileList list)
    {
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expected in list.Files)
        {
            listed.Add(expected.Path);
            Compare(inspection, expected);
        }

        foreach (var file in inspection.Snapshot.Files)
        {
            if (file.IsDll && !listed.Contains(file.Path))
            {
                inspection.Problems.Add(
                    ProblemKinds.FileUnlisted, $"plugin.json doesn't list '{file.Path}'.", $"Remove it. {CopyAgain}");
            }
        }
    }

    private static void Compare(PluginInspection inspection, ListedFile expected)
    {
        var file = inspection.Snapshot.Find(expected.Path);
        if (file is null)
        {
            inspection.Problems.Add(
                ProblemKinds.FileMissing, $"plugin.json lists '{expected.Path}', which isn't there.", CopyAgain);
        }
        else if (!string.Equals(file.Sha256, expected.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            inspection.Problems.Add(
                ProblemKinds.FileModified,
                $"'{expected.Path}' isn't the file that plugin.json lists: its SHA-256 is {file.Sha256}.",
                CopyAgain);
        }
    }
}
