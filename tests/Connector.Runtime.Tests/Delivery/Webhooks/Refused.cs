using Connector.Runtime.Connectors;

namespace Connector.Runtime.Tests.Delivery;

internal static class Refused
{
    /// <summary>How the engine refuses a request; it must.</summary>
    public static async Task<ConnectorRequestException> ByAsync(Func<Task> use) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(use))!;
}
