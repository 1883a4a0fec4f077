using Connector.Console.Tests.Hosting;

/// <summary>Ends the browser when all tests have ended.</summary>
[SetUpFixture]
#pragma warning disable CA1050, MA0047 // Only outside all namespaces it is for all of them.
public sealed class BrowserEnd
#pragma warning restore CA1050, MA0047
{
    [OneTimeTearDown]
    public Task CloseAsync() => Chromium.CloseAsync();
}
