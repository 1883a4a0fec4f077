using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;
using TestServers;

namespace Connector.Runtime.Tests.Storage;

internal sealed class PostgresPoolTests
{
    [TestCase("Host=db", 20)]
    [TestCase("Host=db;Maximum Pool Size=100", 100)]
    [TestCase("Host=db;MaxPoolSize=7", 7)]
    public void A_host_leaves_connections_to_others_unless_told_otherwise(string connectionString, int expected) =>
        Assert.That(PostgresDatabase.Complete(connectionString).MaxPoolSize, Is.EqualTo(expected));

    [Test]
    public async Task A_host_that_has_ended_leaves_no_connection_behind()
    {
        var connectionString = await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync();
        await using (var database = new PostgresDatabase(
            connectionString, TimeProvider.System, new FakeLogger<Database>()))
        {
            await database.OpenAsync(CancellationToken.None);
        }

        // No one is left who could keep the database from going away, once the server has seen them leave.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database}";
        await Assert.DoesNotThrowAsync(() => command.ExecuteNonQueryAsync());
    }
}
