using FaultTests.Ledgers;
using TwilioSimulator.Faults;

namespace FaultTests;

internal sealed class ProviderTests
{
    private const int Orders = 300;

    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(10);

    [TestCaseSource(typeof(Modes), nameof(Modes.All))]
    public async Task What_lost_its_answer_is_looked_up_and_sent_again_only_if_it_never_left(Mode mode)
    {
        await using var installation = await Installation.StartAsync(mode);
        for (var number = 5; number < Orders; number += 10)
        {
            var kind = number % 3 == 0 ? FaultKind.ResetBeforeAnswer : FaultKind.DropAfterAccept;
            var to = new Order(number, hasKey: false).To;
            installation.Provider.Faults.Set(new FaultSwitch(kind) { To = to, Count = 1 });
        }

        await installation.LoadAsync(Orders);

        var counts = await installation.SettleAsync("Provider drops connections before or after it took the message");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(counts.Doubled, Is.Zero, "what had left was found");
        Assert.That(installation.Provider.Faults.Active, Is.Empty, "every connection that was to break did");
    }

    [TestCase(Mode.Sqlite, FaultKind.Unavailable)]
    [TestCase(Mode.Postgres, FaultKind.Unavailable)]
    [TestCase(Mode.PostgresRabbitMq, FaultKind.Unavailable)]
    [TestCase(Mode.Sqlite, FaultKind.TooManyRequests)]
    [TestCase(Mode.Sqlite, FaultKind.ResetBeforeAnswer)]
    public async Task While_the_provider_refuses_everything_messages_wait(Mode mode, FaultKind kind)
    {
        await using var installation = await Installation.StartAsync(mode);
        installation.Provider.Faults.Set(new FaultSwitch(kind) { RetryAfter = TimeSpan.FromSeconds(1) });

        await installation.LoadAsync(Orders);
        Assert.That(installation.Ledger.Received, Is.Zero);
        installation.Provider.Faults.Clear();

        var counts = await installation.SettleAsync($"Provider down ({kind})");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(counts.Doubled, Is.Zero);
    }

    [Test]
    public async Task While_nobody_listens_at_the_providers_address_messages_wait()
    {
        await using var installation = await Installation.StartAsync(Mode.Sqlite);
        await installation.Provider.DisposeAsync();

        await installation.LoadAsync(Orders);
        await installation.StartProviderAsync();

        var counts = await installation.SettleAsync("Provider down (connections refused)");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(counts.Doubled, Is.Zero);
    }

    [Test]
    public async Task What_the_provider_does_not_take_in_time_expires_and_is_never_sent()
    {
        await using var installation = await Installation.CreateAsync(Mode.Sqlite);
        installation.Settings = installation.Settings with { Lifetime = ShortestLifetime };
        var host = installation.Add();
        await host.StartAsync();
        installation.Provider.Faults.Set(new FaultSwitch(FaultKind.Unavailable));

        await installation.LoadAsync(Orders);
        var counts = await installation.SettleAsync("Provider down for longer than the messages' lifetime");

        Assert.That(counts.NotSent, Is.EqualTo(counts.Accepted), "each has a status that says so");
        Assert.That(installation.Ledger.Received, Is.Zero);
    }
}
