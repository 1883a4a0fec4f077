using NUnit.Framework;

namespace TestServers;

/// <summary>
/// Servers that the tests of one assembly share. Each is started by the first test that asks for it, and ends with the
/// test process. Tests that stop or crash a server start one of their own.
/// </summary>
public static class SharedServers
{
    private static readonly Lazy<Task<PostgresServer>> Postgres =
        new(() => PostgresServer.StartAsync(CancellationToken.None));

    private static readonly Lazy<Task<RabbitMqServer>> RabbitMq =
        new(() => RabbitMqServer.StartAsync(CancellationToken.None));

    /// <summary>
    /// The shared server; use a new database of it. Where PostgreSQL is missing, the test is ignored.
    /// </summary>
    public static Task<PostgresServer> PostgresOrIgnoreAsync()
    {
        RequirePostgres();
        return Postgres.Value;
    }

    /// <summary>
    /// The shared server; use queues of your own names. Where RabbitMQ is missing, the test is ignored.
    /// </summary>
    public static Task<RabbitMqServer> RabbitMqOrIgnoreAsync()
    {
        RequireRabbitMq();
        return RabbitMq.Value;
    }

    /// <summary>Ignores the test that can't run here; with <c>CI=true</c> it fails.</summary>
    public static void RequirePostgres() => Require(PostgresServer.Missing);

    /// <inheritdoc cref="RequirePostgres"/>
    public static void RequireRabbitMq() => Require(RabbitMqServer.Missing);

    private static void Require(string? missing)
    {
        if (missing is null)
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(missing);
        }

        Assert.Ignore(missing);
    }
}
