using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;
using Connector.Runtime.Tests.Delivery;

namespace Connector.Runtime.Tests.Connectors;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConnectorRegistryTests : IAsyncDisposable
{
    private const string Secret = "+14155550100 s3cret";

    private readonly TestEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Test]
    public async Task An_inbox_that_throws_is_unavailable_and_its_message_stays_secret()
    {
        engine.Add("sandbox", new AwkwardConnector(new InvalidOperationException(Secret)));

        var error = (await Assert.ThrowsAsync<ConnectorRequestException>(
            () => engine.Registry.ReadInboxAsync("sandbox", 1, CancellationToken.None)))!;

        Assert.That((error.Kind, error.Code), Is.EqualTo((ConnectorRequestKind.Unavailable, "inbox_failed")));
        Assert.That(error + engine.LogText, Does.Not.Contain("s3cret").And.Not.Contains("4155550100"));
        Assert.That(engine.LogText, Does.Contain("InvalidOperationException"));
    }

    [Test]
    public async Task An_inbox_that_hangs_is_left_at_the_deadline()
    {
        var connector = new AwkwardConnector();
        engine.Add("sandbox", connector);
        var reading = engine.Registry.ReadInboxAsync("sandbox", 1, CancellationToken.None);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        await Assert.ThatAsync(() => reading, Throws.InstanceOf<ConnectorRequestException>()
            .With.Message.EqualTo("Connector sandbox did not read its inbox in time."));
    }

    [Test]
    public async Task A_limit_below_one_is_refused()
    {
        engine.Add("sandbox", new AwkwardConnector());

        await Assert.ThatAsync(
            () => engine.Registry.ReadInboxAsync("sandbox", 0, CancellationToken.None),
            Throws.InstanceOf<ConnectorRequestException>().With.Property("Code").EqualTo("limit_invalid"));
    }

    [Test]
    public async Task A_credential_check_that_throws_is_undetermined_and_its_message_stays_secret()
    {
        engine.Add("twilio", new AwkwardConnector(new InvalidOperationException(Secret)));

        var result = (await engine.Registry.CheckCredentialsAsync("twilio", CancellationToken.None))!;

        Assert.That(result.Status, Is.EqualTo(CredentialStatus.Undetermined));
        Assert.That(
            result.Detail + engine.LogText,
            Does.Not.Contain("s3cret").And.Contains("InvalidOperationException"));
    }

    [Test]
    public async Task A_credential_check_that_hangs_is_undetermined_at_the_deadline()
    {
        var connector = new AwkwardConnector();
        engine.Add("twilio", connector);
        var checking = engine.Registry.CheckCredentialsAsync("twilio", CancellationToken.None);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That((await checking)!.Status, Is.EqualTo(CredentialStatus.Undetermined));
    }

    [Test]
    public async Task What_a_connector_cannot_do_is_null()
    {
        engine.Add("plain", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")));

        Assert.That(await engine.Registry.ReadInboxAsync("plain", 1, CancellationToken.None), Is.Null);
        Assert.That(await engine.Registry.CheckCredentialsAsync("plain", CancellationToken.None), Is.Null);
    }

    [Test]
    public void Connectors_are_listed_by_name_and_found_whatever_the_case()
    {
        engine.AddIdle("b", ConnectorState.Disabled);
        engine.AddIdle("a", ConnectorState.Failed);

        Assert.That(engine.Registry.All.Select(info => info.Name), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(engine.Registry.Find("A")!.Name, Is.EqualTo("a"));
        Assert.That(engine.Registry.Find("c"), Is.Null);
    }

    [Test]
    public void Abilities_are_named()
    {
        var running = new RunningConnector("x", new AwkwardConnector(), new HttpClient());

        Assert.That(running.Capabilities, Is.EqualTo(new[] { "credentials", "inbox", "preview" }));
    }
}
