using System.Reflection;

namespace Connector.Runtime.Storage;

/// <summary>The numbered scripts that make the schema, as they are embedded in this program.</summary>
internal static class Migrations
{
    /// <summary>The table that remembers which scripts have run.</summary>
    public const string JournalTable = "schema_versions";

    /// <summary>The scripts' names in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <param name="applied">The scripts that a database has seen.</param>
    public static SchemaState Compare(IReadOnlyCollection<string> applied)
    {
        if (applied.Except(Names, StringComparer.Ordinal).Any())
        {
            return SchemaState.Newer;
        }

        return applied.Count == Names.Count ? SchemaState.Current
            : applied.Count == 0 ? SchemaState.Missing
            : SchemaState.Older;
    }

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="dialect">What a script's placeholders stand for.</param>
    public static string Read(string name, IReadOnlyDictionary<string, string> dialect)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return dialect.Aggregate(
            reader.ReadToEnd(),
            (script, word) => script.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));
    }
}
