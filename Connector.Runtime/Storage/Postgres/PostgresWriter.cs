using System.Threading.Channels;
using Npgsql;

namespace Connector.Runtime.Storage;

/// <summary>
/// Writes units in groups: what comes while a group is on its way to the server goes with the next one, in one round
/// trip and one commit.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int Lanes = 2;
    private const int MaxGroup = 256;

    private readonly Channel<PostgresUnit> queue = Channel.CreateUnbounded<PostgresUnit>();
    private readonly NpgsqlDataSource source;
    private readonly Task[] lanes;

    public PostgresWriter(NpgsqlDataSource source)
    {
        this.source = source;
        lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Task.Run(RunAsync))];
    }

    public Task<int[]> WriteAsync(IReadOnlyList<Statement> statements)
    {
        var unit = new PostgresUnit(statements);
        if (!queue.Writer.TryWrite(unit))
        {
            unit.Fail(PostgresErrors.Explain(new ObjectDisposedException(nameof(PostgresWriter))));
        }

        return unit.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(lanes);
    }

    private async Task RunAsync()
    {
        var group = new List<PostgresUnit>(MaxGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MaxGroup && queue.Reader.TryRead(out var unit))
            {
                group.Add(unit);
            }

            if (group.Count > 0 && !await TryCommitAsync(group))
            {
                // One of them is at fault; alone, each finds out whether it is the one.
                foreach (var unit in group)
                {
                    await TryCommitAsync([unit]);
                }
            }

            group.Clear();
        }
    }

    /// <returns>Whether every unit of the group has its end.</returns>
    private async Task<bool> TryCommitAsync(List<PostgresUnit> group)
    {
        try
        {
            await CommitAsync(group);
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, the units must have their end, and the writer serves the next ones.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var isOfStorage = PostgresErrors.IsOfStorage(error);
            if (!isOfStorage && group.Count > 1)
            {
                return false;
            }

            var explained = isOfStorage ? PostgresErrors.Explain(error) : error;
            group.ForEach(unit => unit.Fail(explained));
            return true;
        }
    }

    // Npgsql sends a batch as one implicit transaction.
    private async Task CommitAsync(List<PostgresUnit> group)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in group.SelectMany(unit => unit.Statements))
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            StatementParameters.Add(command.Parameters, command.CreateParameter, statement.Values);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        var next = 0;
        foreach (var unit in group)
        {
            unit.Complete([.. unit.Statements.Select(_ => batch.BatchCommands[next++].RecordsAffected)]);
        }
    }
}
