using System.Net;
using FaultTests.Hosts;
using FaultTests.Ledgers;
using Npgsql;
using TestServers;

namespace FaultTests;

internal sealed class PostgresStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task A_host_that_starts_before_PostgreSQL_waits_for_it_and_says_so_once()
    {
        SharedServers.RequirePostgres();
        await using var postgres = await PostgresServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.CreateAsync(Mode.Postgres, postgres);
        await postgres.StopAsync();

        var host = installation.Add();
        await host.StartAsync("live");
        await Refusal.AssertToldToComeBackAsync(installation, "storage_unreachable");
        Assert.That(await host.IsAsync("ready"), Is.False);
        await postgres.StartAgainAsync();

        await Wait.UntilAsync(() => host.IsAsync("ready"), Patience, "it finds the server");
        var answer = await host.Client.TrySendAsync(installation.Ledger.NewOrder(hasKey: false));
        Assert.That(answer, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(host.Output.Split("storage_unreachable"), Has.Length.EqualTo(2), host.Output);
    }

    [TestCase("storage_login_refused", "Password")]
    [TestCase("storage_database_missing", "Database")]
    public async Task A_wrong_connection_string_ends_the_start(string code, string wrong)
    {
        var server = await SharedServers.PostgresOrIgnoreAsync();
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString) { [wrong] = "not-the-right-one" };

        var run = await ServeAsync(connection.ConnectionString);

        AssertClear(run, code);
        Assert.That(run.Output + run.Errors, Does.Not.Contain(connection.Password!));
    }

    [Test]
    public async Task A_database_of_a_later_version_stays_as_it_is()
    {
        await using var installation = await Installation.StartAsync(Mode.Postgres);
        await installation.Hosts[0].StopAsync();
        await using var source = NpgsqlDataSource.Create(installation.Settings.Postgres!);
        await using var insert = source.CreateCommand(
            "INSERT INTO schema_versions (scriptname, applied) VALUES ('9999_of_a_later_version.sql', now())");
        await insert.ExecuteNonQueryAsync();

        AssertClear(await ServeAsync(installation.Settings.Postgres!), "schema_too_new");
    }

    private static async Task<HostRun> ServeAsync(string postgres)
    {
        using var folder = new TempFolder();
        var settings = new HostSettings { Provider = new Uri("http://127.0.0.1:9"), Postgres = postgres };
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), settings.ToString());
        return await HostRun.ServeAsync(folder.Path);
    }

    private static void AssertClear(HostRun run, string code)
    {
        Assert.That(run.ExitCode, Is.Not.Zero, run.Output);
        Assert.That(run.Errors, Does.Contain(code));
        Assert.That(run.Output + run.Errors, Does.Not.Contain("   at ").And.Not.Contain("Unhandled"));
    }
}
