namespace Connector.Runtime.Connectors;

/// <summary>What one connector's provider answered lately: however many ask, it is asked once. Thread-safe.</summary>
/// <param name="ask">Asks for what is counted from a day; never fails.</param>
/// <param name="timeProvider">Tells how old an answer is.</param>
internal sealed class UsageBook(Func<DateOnly, Task<UsageAnswer>> ask, TimeProvider timeProvider)
{
    private static readonly TimeSpan ReportAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TroubleAge = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<DateOnly, Task<(UsageAnswer Answer, long At)>> pages = [];

    public async Task<UsageAnswer> ReadAsync(DateOnly since, CancellationToken cancellationToken)
    {
        Task<(UsageAnswer Answer, long At)>? page;
        lock (gate)
        {
            if (!pages.TryGetValue(since, out page) || IsOld(page))
            {
                RemoveOld();

                // Whoever stops waiting doesn't stop it for the others.
                page = pages[since] = Task.Run(() => AskAsync(since), CancellationToken.None);
            }
        }

        return (await page.WaitAsync(cancellationToken)).Answer;
    }

    private async Task<(UsageAnswer Answer, long At)> AskAsync(DateOnly since)
    {
        var answer = await ask(since);
        return (answer, timeProvider.GetTimestamp());
    }

    private void RemoveOld()
    {
        foreach (var old in pages.Where(page => IsOld(page.Value)).Select(page => page.Key).ToList())
        {
            pages.Remove(old);
        }
    }

    private bool IsOld(Task<(UsageAnswer Answer, long At)> page) =>
        page.IsCompletedSuccessfully
            ? timeProvider.GetElapsedTime(page.Result.At) >= AgeOf(page.Result.Answer)
            : page.IsCompleted;

    private static TimeSpan AgeOf(UsageAnswer answer) => answer.Report is null ? TroubleAge : ReportAge;
}
