using System.Collections.Concurrent;
using System.Net;

namespace FaultTests.Ledgers;

/// <summary>Clients that send one message after the other until they are stopped.</summary>
internal sealed class Load
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];
    private readonly Ledger ledger;
    private readonly Task running;
    private int noAnswers;
    private volatile bool isStopped;

    private Load(Ledger ledger, IReadOnlyList<HttpClient> hosts, int clients)
    {
        this.ledger = ledger;
        running = Task.WhenAll(Enumerable.Range(0, clients)
            .Select(number => Task.Run(() => RunAsync(hosts, number))));
    }

    public int NoAnswers => noAnswers;

    /// <summary>Every other client uses idempotency keys.</summary>
    public static Load Start(Ledger ledger, IReadOnlyList<HttpClient> hosts, int clients = 16) =>
        new(ledger, hosts, clients);

    public int Count(HttpStatusCode status) => answers.GetValueOrDefault(status);

    public async Task StopAsync()
    {
        isStopped = true;
        await running;
    }

    private async Task RunAsync(IReadOnlyList<HttpClient> hosts, int number)
    {
        for (var turn = number / 2; !isStopped; turn++)
        {
            var answer = await hosts[turn % hosts.Count].TrySendAsync(ledger.NewOrder(hasKey: number % 2 == 1));
            if (answer is { } status)
            {
                answers.AddOrUpdate(status, 1, (_, count) => count + 1);
            }
            else
            {
                Interlocked.Increment(ref noAnswers);
            }

            if (answer != HttpStatusCode.Accepted)
            {
                await Wait.ForAsync(AfterFailure);
            }
        }
    }
}
