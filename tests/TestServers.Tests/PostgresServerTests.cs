using Npgsql;

namespace TestServers.Tests;

internal sealed class PostgresServerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [SetUp]
    public void RequirePostgres() => SharedServers.RequirePostgres();

    [Test]
    public async Task After_a_crash_it_starts_again_with_what_was_committed_on_the_same_port()
    {
        await using var server = await PostgresServer.StartAsync(Never);
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE t (x int); INSERT INTO t VALUES (7)");

        await server.KillAsync();

        Assert.That(async () => await ReadAsync(database, "SELECT x FROM t"), Throws.InstanceOf<NpgsqlException>());
        await server.StartAgainAsync();
        Assert.That(await ReadAsync(database, "SELECT x FROM t"), Is.EqualTo(7));
    }

    [Test]
    public async Task After_an_orderly_stop_it_starts_again_with_its_data()
    {
        await using var server = await PostgresServer.StartAsync(Never);
        await ExecuteAsync(server.ConnectionString, "CREATE TABLE t (x int)");

        await server.StopAsync();
        await server.StartAgainAsync();

        Assert.That(await ReadAsync(server.ConnectionString, "SELECT count(*) FROM t"), Is.Zero);
    }

    [Test]
    public async Task It_ends_and_its_folder_goes_when_the_test_process_is_gone()
    {
        var server = await PostgresServer.StartAsync(Never);
        var everything = server.ProcessIds;

        server.Abandon();

        await Leftovers.AssertNoneAsync(everything, server.Folder);
    }

    [Test]
    public async Task It_listens_on_loopback_only()
    {
        var server = await SharedServers.PostgresOrIgnoreAsync();

        Assert.That(Listeners.Of(server.ProcessIds), Is.Not.Empty.And.All.Property(nameof(Listener.IsLoopback)).True);
    }

    [Test]
    public async Task It_lets_nobody_in_without_the_password()
    {
        var server = await SharedServers.PostgresOrIgnoreAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong" };

        Assert.That(
            async () => await ReadAsync(wrong.ConnectionString, "SELECT 1"),
            Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("28P01"));
    }

    [Test]
    public async Task It_syncs_what_it_commits()
    {
        var server = await SharedServers.PostgresOrIgnoreAsync();

        Assert.That(await ReadAsync(server.ConnectionString, "SHOW fsync"), Is.EqualTo("on"));
        Assert.That(await ReadAsync(server.ConnectionString, "SHOW synchronous_commit"), Is.EqualTo("on"));
    }

    [Test]
    public async Task Databases_made_at_once_are_separate()
    {
        var server = await SharedServers.PostgresOrIgnoreAsync();

        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.CreateDatabaseAsync()));

        Assert.That(databases, Is.Unique);
        foreach (var database in databases)
        {
            await ExecuteAsync(database, "CREATE TABLE t (x int)");
        }
    }

    private static async Task ExecuteAsync(string database, string sql) => await ReadAsync(database, sql);

    private static async Task<object?> ReadAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
