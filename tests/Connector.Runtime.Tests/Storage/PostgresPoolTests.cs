using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Storage;

internal sealed class PostgresPoolTests
{
    [TestCase("Host=db", 20)]
    [TestCase("Host=db;Maximum Pool Size=100", 100)]
    [TestCase("Host=db;MaxPoolSize=7", 7)]
    public void A_host_leaves_connections_to_others_unless_told_otherwise(string connectionString, int expected) =>
        Assert.That(PostgresDatabase.Complete(connectionString).MaxPoolSize, Is.EqualTo(expected));
}
