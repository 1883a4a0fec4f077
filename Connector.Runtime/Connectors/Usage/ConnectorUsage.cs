using System.Runtime.CompilerServices;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>
/// What connectors have sent and spent, by their providers' books. Cheap to ask often, and by many: a provider is asked
/// once in ten minutes for what is counted from the same day, and a minute after it failed to answer. Thread-safe.
/// </summary>
public sealed class ConnectorUsage
{
    private const string Purpose = "ask for its usage";
    private const int OldestInDays = 366;

    private readonly ConditionalWeakTable<RunningConnector, UsageBook> books = new();
    private readonly ConnectorTable table;
    private readonly ConnectorCalls calls;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<ConnectorUsage> logger;

    internal ConnectorUsage(
        ConnectorTable table, ConnectorCalls calls, TimeProvider timeProvider, ILogger<ConnectorUsage> logger)
    {
        this.table = table;
        this.calls = calls;
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>The first day of this month, in UTC: from when usage is counted unless told otherwise.</summary>
    public DateOnly MonthStart
    {
        get
        {
            var today = Today;
            return new DateOnly(today.Year, today.Month, 1);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);

    /// <summary>Reads the usage of a connector's account at its provider.</summary>
    /// <param name="name">The name of the connector.</param>
    /// <param name="since">The first day that counts, in UTC; today or one of the 366 days before.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits; the others get their answer.</param>
    /// <returns>
    /// What the provider counted at most ten minutes ago; <see langword="null"/> when the connector can't report it.
    /// </returns>
    /// <exception cref="ConnectorRequestException">
    /// No such connector, it doesn't run, <paramref name="since"/> is out of range, or the provider could not be asked
    /// within the time that a send may take, now or a moment ago.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConnectorUsageReport?> ReadAsync(
        string name, DateOnly since, CancellationToken cancellationToken)
    {
        var connector = table.Get(name);
        if (since > Today || since < Today.AddDays(-OldestInDays))
        {
            throw SinceInvalid();
        }

        if (connector.Find<IUsageReporter>() is null)
        {
            return null;
        }

        var book = books.GetValue(
            connector, found => new UsageBook(day => AskAsync(found, day), timeProvider));
        var answer = await book.ReadAsync(since, cancellationToken);
        return answer.Report ?? throw Failed(answer.Trouble);
    }

    private static ConnectorRequestException SinceInvalid() =>
        new(ConnectorRequestKind.Invalid, "since_invalid", "The first day is invalid", "Nobody was asked.")
        {
            Issues =
            [
                new ConfigIssue("/since", $"since must be today or one of the {OldestInDays} days before, in UTC."),
            ],
        };

    private static ConnectorRequestException Failed(string? trouble) =>
        new(ConnectorRequestKind.Unavailable, "usage_failed", "The usage can't be read", trouble ?? "");

    private async Task<UsageAnswer> AskAsync(RunningConnector connector, DateOnly since)
    {
        if (connector.Find<IUsageReporter>() is not { } reporter)
        {
            return Trouble(connector, CallEnd.NotCalled, fault: null);
        }

        var start = new DateTimeOffset(since, TimeOnly.MinValue, TimeSpan.Zero);
        var result = await calls.RunAsync(connector, token => UsageBox.FillAsync(reporter, start, token), default);
        return result.Value is { } box
            ? Check(connector, start, box.Report)
            : Trouble(connector, result.End, result.Fault);
    }

    private UsageAnswer Check(RunningConnector connector, DateTimeOffset start, UsageReport? report)
    {
        if (report is null)
        {
            Log.CapabilityFailed(logger, connector.Name, Purpose, CallEnd.Completed, "no answer");
            return UsageAnswer.Of(
                $"The provider of connector {connector.Name} did not answer, or refused to tell. "
                + "Check the connector's credentials and whether its account may read its usage.");
        }

        if (UsageCheck.Find(report, timeProvider.GetUtcNow()) is { } fault)
        {
            Log.CapabilityFailed(logger, connector.Name, Purpose, CallEnd.Completed, fault);
            return UsageAnswer.Of(
                $"Connector {connector.Name} reported what can't be: {fault}. Tell the plugin's author.");
        }

        return UsageAnswer.Of(UsageCheck.Accept(report, start, timeProvider.GetUtcNow()));
    }

    private UsageAnswer Trouble(RunningConnector connector, CallEnd end, string? fault) =>
        UsageAnswer.Of(CallFailures.Tell(logger, connector, Purpose, end, fault));
}
