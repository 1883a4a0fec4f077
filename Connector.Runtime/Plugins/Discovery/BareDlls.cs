using Connector.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>
/// The DLLs that lie directly in a plugin folder. Each connector is a plugin of its own, with the libraries beside it
/// that it refers to; a DLL that is only such a library isn't a plugin.
/// </summary>
internal static class BareDlls
{
    private static readonly string Contract = typeof(ISmsConnector).Assembly.GetName().Name!;

    public static IEnumerable<PluginDrop> Find(IReadOnlyList<string> paths)
    {
        var dlls = new Dictionary<string, BareDll>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            dlls[Path.GetFileNameWithoutExtension(path)] = BareDll.Read(path, Contract);
        }

        var libraries = new HashSet<BareDll>();
        foreach (var dll in dlls.Values)
        {
            if (dll.IsConnector)
            {
                libraries.UnionWith(NeededBy(dll, dlls));
            }
        }

        return dlls.Values
            .Where(dll => dll.IsConnector || !libraries.Contains(dll))
            .Select(dll => new PluginDrop(dll.Path, () => Snapshot(dll, dlls), Path.GetFileName(dll.Path)));
    }

    private static PluginSnapshot Snapshot(BareDll main, Dictionary<string, BareDll> dlls)
    {
        var budget = new SnapshotBudget();
        var files = new List<PluginFile>();
        foreach (var dll in NeededBy(main, dlls).Prepend(main))
        {
            budget.AddBytes(dll.File.Content.Length);
            files.Add(dll.File);
        }

        foreach (var extension in (ReadOnlySpan<string>)[".deps.json", ".pdb"])
        {
            var companion = Path.ChangeExtension(main.Path, extension);
            if (File.Exists(companion))
            {
                files.Add(new PluginFile(Path.GetFileName(companion), FolderReader.ReadFile(companion, budget)));
            }
        }

        return PluginSnapshot.Of(files);
    }

    private static HashSet<BareDll> NeededBy(BareDll main, Dictionary<string, BareDll> dlls)
    {
        var needed = new HashSet<BareDll>();
        var open = new Stack<BareDll>([main]);
        while (open.TryPop(out var dll))
        {
            foreach (var reference in dll.References)
            {
                if (dlls.TryGetValue(reference, out var sibling) && sibling != main && needed.Add(sibling))
                {
                    open.Push(sibling);
                }
            }
        }

        return needed;
    }
}
