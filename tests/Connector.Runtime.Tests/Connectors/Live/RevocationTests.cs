using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Connectors;

public sealed class RevocationTests
{
    [Test]
    public async Task A_build_that_is_revoked_while_it_serves_stops_and_comes_back_with_its_pardon()
    {
        await using var live = await LiveHost.StartAsync();
        var revocations = live.Host.DropPath("..", "plugins.revoked.json");

        await File.WriteAllTextAsync(
            revocations, $$"""{ "revoked": [ { "id": "{{live.Shown.Id}}", "reason": "Logs codes." } ] }""");
        await live.UntilStoppedAsync();

        Assert.That(live.Shown.State, Is.EqualTo(PluginState.Untrusted));
        Assert.That(live.Shown.Problems[0].Cause, Does.Contain("Logs codes."));
        File.Delete(revocations);
        await live.UntilServesAsync("1");
    }
}
