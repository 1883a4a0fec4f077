using Connector.Abstractions.Capabilities;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests;

internal sealed class CredentialCheckTests
{
    [TestCase(200, CredentialStatus.Valid)]
    [TestCase(204, CredentialStatus.Valid)]
    [TestCase(401, CredentialStatus.Invalid)]
    [TestCase(403, CredentialStatus.Invalid)]
    [TestCase(302, CredentialStatus.Undetermined)]
    [TestCase(404, CredentialStatus.Undetermined)]
    [TestCase(500, CredentialStatus.Undetermined)]
    public async Task The_status_of_the_address_tells(int status, CredentialStatus expected)
    {
        await using var provider = new ProviderStub(ProviderReply.Text(status, ""));
        var config = Config.With(("checkUrl", provider.Address + "/balance?a=1")).ToJsonString();
        await using var rig = await ConnectorRig.CreateAsync<HttpSmsPlugin>(config);

        var result = await ((ICredentialCheck)rig.Connector).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(expected));
        Assert.That(provider.Requests.Single().Head, Does.StartWith("GET /balance?a=1 HTTP/1.1"));
        Assert.That(provider.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer " + Config.Token));
    }

    [Test]
    public async Task Without_an_address_nothing_is_asked_and_nothing_claimed()
    {
        await using var rig = await ConnectorRig.CreateAsync<HttpSmsPlugin>(Config.Valid().ToJsonString());

        var result = await ((ICredentialCheck)rig.Connector).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(CredentialStatus.Undetermined));
        Assert.That(result.Detail, Does.Contain("checkUrl"));
    }
}
