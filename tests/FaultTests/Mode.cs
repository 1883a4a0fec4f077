namespace FaultTests;

/// <summary>Where a host keeps messages, and what decides who works on which one.</summary>
internal enum Mode
{
    Sqlite,
    Postgres,
    PostgresRabbitMq,
}
