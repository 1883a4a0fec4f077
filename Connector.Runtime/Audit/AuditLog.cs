using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Schemas;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Audit;

/// <summary>
/// Who did what. The engine itself writes what becomes of stored connectors, of calling messages back and of revealed
/// numbers; who calls it writes the rest. Thread-safe.
/// </summary>
public sealed class AuditLog
{
    // Greater than every id.
    private const string AfterAll = "~";

    private readonly Database database;
    private readonly DatabaseOpening opening;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<AuditLog> logger;

    internal AuditLog(
        Database database, DatabaseOpening opening, TimeProvider timeProvider, ILogger<AuditLog> logger)
    {
        this.database = database;
        this.opening = opening;
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>How long entries are kept.</summary>
    /// <value>365 days.</value>
    public static TimeSpan KeptFor => TimeSpan.FromDays(365);

    /// <summary>The most entries of a page.</summary>
    /// <value>200.</value>
    public static int MaxLimit => 200;

    /// <summary>Writes an entry. When it returns, the entry is on disk.</summary>
    /// <param name="actor">The id of the API key; <see langword="null"/> when nobody knows.</param>
    /// <param name="action">One of <see cref="AuditActions.All"/>.</param>
    /// <param name="subject">The id or name of what it was done to. No number, no secret.</param>
    /// <param name="detail">What more there is to say. No number, no secret.</param>
    /// <returns>When it is written.</returns>
    /// <exception cref="StorageException">
    /// It isn't written; then what needs to be recorded must not be done.
    /// </exception>
    public async Task WriteAsync(string? actor, string action, string? subject, string? detail = null)
    {
        opening.ThrowIfClosed();
        await database.WriteAsync([AuditRows.Write(timeProvider.GetUtcNow(), actor, action, subject, detail)]);
    }

    /// <summary>
    /// Writes an entry about what has been done already and can't be taken back. If that fails, the log has it.
    /// </summary>
    /// <param name="actor">As for <see cref="WriteAsync"/>.</param>
    /// <param name="action">As for <see cref="WriteAsync"/>.</param>
    /// <param name="subject">As for <see cref="WriteAsync"/>.</param>
    /// <param name="detail">As for <see cref="WriteAsync"/>.</param>
    /// <returns>When it is written, or in the log.</returns>
    public async Task WriteDoneAsync(string? actor, string action, string? subject, string? detail = null)
    {
        try
        {
            await WriteAsync(actor, action, subject, detail);
        }
        catch (StorageException error)
        {
            AuditFaultLog.NotWritten(logger, action, subject, actor, error.Code);
        }
    }

    /// <summary>Lists entries, the newest first.</summary>
    /// <param name="action">Only these; <see langword="null"/> for all.</param>
    /// <param name="limit">At most how many, from 1 to <see cref="MaxLimit"/>.</param>
    /// <param name="cursor">The <see cref="AuditPage.Next"/> of the page before.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>One page.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The request is wrong; everything wrong with it is in <see cref="ConnectorRequestException.Issues"/>.
    /// </exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<AuditPage> ListAsync(
        string? action, int limit, string? cursor, CancellationToken cancellationToken)
    {
        ThrowIfWrong(action, limit, cursor);
        opening.ThrowIfClosed();
        var found = await database.ReadAsync(
            session => ReadAsync(session, action, limit + 1, cursor ?? AfterAll), cancellationToken);
        return found.Count > limit
            ? new AuditPage(found[..limit], found[limit - 1].Id)
            : new AuditPage(found, Next: null);
    }

    private static Task<List<AuditEntry>> ReadAsync(DatabaseSession session, string? action, long count, string below)
    {
        const string select = $"SELECT {AuditRows.Columns} FROM audit WHERE id < $1";
        const string newest = " ORDER BY id DESC LIMIT $2";
        return action is null
            ? session.QueryAsync(select + newest, AuditRows.Read, below, count)
            : session.QueryAsync(select + " AND action = $3" + newest, AuditRows.Read, below, count, action);
    }

    private static void ThrowIfWrong(string? action, int limit, string? cursor)
    {
        var issues = new List<ConfigIssue>();
        if (action is not null && !AuditActions.All.Contains(action, StringComparer.Ordinal))
        {
            issues.Add(new ConfigIssue(
                "/action",
                $"action is not one of {string.Join(", ", AuditActions.All)}."
                + Spelling.Suggestion(action, AuditActions.All)));
        }

        if (limit < 1 || limit > MaxLimit)
        {
            issues.Add(new ConfigIssue("/limit", $"limit must be a whole number from 1 to {MaxLimit}."));
        }

        if (cursor is not null && !AuditRows.IsId(cursor))
        {
            issues.Add(new ConfigIssue("/cursor", "cursor must be one that a page gave, unchanged."));
        }

        if (issues.Count > 0)
        {
            throw new ConnectorRequestException(
                ConnectorRequestKind.Invalid, "filter_invalid", "A filter is invalid", "Mend every entry of errors.")
            {
                Issues = issues,
            };
        }
    }
}
