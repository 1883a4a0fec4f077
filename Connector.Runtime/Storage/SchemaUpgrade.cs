using DbUp.Builder;
using DbUp.Engine;

namespace Connector.Runtime.Storage;

/// <summary>
/// Brings a schema up to date, all scripts in one transaction, and touches no schema of a later program.
/// </summary>
internal static class SchemaUpgrade
{
    /// <param name="applied">The scripts that the database has seen.</param>
    /// <param name="dialect">What a script's placeholders stand for.</param>
    /// <param name="createBuilder">
    /// Begins an upgrade of the database; only called when there is something to do.
    /// </param>
    /// <exception cref="StorageException">
    /// The schema is of a later program, or a script failed; nothing was changed.
    /// </exception>
    public static void Run(
        IReadOnlyCollection<string> applied,
        IReadOnlyDictionary<string, string> dialect,
        Func<UpgradeEngineBuilder> createBuilder)
    {
        ThrowIfNewer(applied);
        if (Migrations.Names.All(applied.Contains))
        {
            return;
        }

        var scripts = Migrations.Names.Select(name => new SqlScript(name, Migrations.Read(name, dialect)));
        var result = createBuilder()
            .WithScripts(scripts)
            .WithVariablesDisabled()
            .WithTransaction()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StorageException(
                "schema_upgrade_failed",
                $"The database's schema could not be brought up to date; {result.ErrorScript?.Name} failed.",
                "Nothing was changed. Check that the database user may create tables, and see the log.",
                result.Error);
        }
    }

    private static void ThrowIfNewer(IReadOnlyCollection<string> applied)
    {
        var unknown = applied.Except(Migrations.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new StorageException(
                "schema_too_new",
                $"The database was made by a later version of this program: it has {unknown[^1]}.",
                "Use that version or a later one. The data was not touched.");
        }
    }
}
