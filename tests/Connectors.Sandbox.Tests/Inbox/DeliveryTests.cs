using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Tests.Inbox;

internal sealed class DeliveryTests
{
    private const string Phone = "+34600000001";

    [Test]
    public async Task A_usage_type_without_a_template_is_refused_and_stores_nothing()
    {
        using var sandbox = new TestSandbox("""{"templates":[{"usageType":"Register","content":"{{code}}"}]}""");

        var outcome = await sandbox.SendAsync(Phone);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Refused(RefusalReason.TemplateNotFound)));
        Assert.That(await sandbox.ReadAsync(), Is.Empty);
    }

    [Test]
    public void A_canceled_send_stores_nothing()
    {
        using var sandbox = new TestSandbox();
        var send = sandbox.Connector.SendAsync(
            PhoneNumber.Parse(Phone), UsageType.SignIn, TestSandbox.Payload(), new CancellationToken(canceled: true));

        Assert.That(async () => await send, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.Exists(sandbox.InboxPath), Is.False);
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_refuses_instead_of_throwing()
    {
        using var file = new TempFile();
        using var sandbox = new TestSandbox(folder: Path.Combine(file.Path, "below-a-file"));

        var outcome = await sandbox.SendAsync(Phone);

        Assert.That(outcome, Is.TypeOf<SendOutcome.Refused>()
            .With.Property("Reason").EqualTo(RefusalReason.ProviderUnavailable));
    }

    [Test]
    public async Task A_message_arrives_with_its_text_code_and_language()
    {
        using var sandbox = new TestSandbox();
        var payload = new SmsPayload { Code = "987654", Locale = "es-MX" };

        var outcome = await sandbox.SendAsync(Phone, payload);

        var message = (await sandbox.ReadAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted(message.Id) { Segments = 1 }));
            Assert.That(message.To.E164, Is.EqualTo(Phone));
            Assert.That(message.UsageType, Is.EqualTo(UsageType.SignIn));
            Assert.That(message.Text, Is.EqualTo("987654 es tu clave para entrar."));
            Assert.That(message.Code, Is.EqualTo("987654"));
            Assert.That(message.Locale, Is.EqualTo("es-MX"));
            Assert.That(message.ReceivedAt, Is.EqualTo(sandbox.Clock.GetUtcNow()));
        }
    }

    [Test]
    public async Task A_text_with_line_breaks_and_other_scripts_arrives_unchanged()
    {
        const string Text = "Línea 1\nLínea 2\r\n验证码 🎉";
        using var sandbox = new TestSandbox();

        await sandbox.SendAsync(Phone, new SmsPayload { Code = Text });

        Assert.That((await sandbox.ReadAsync()).Single().Code, Is.EqualTo(Text));
    }

    [Test]
    public async Task The_newest_message_comes_first_and_the_limit_counts()
    {
        using var sandbox = new TestSandbox();
        foreach (var code in new[] { "1111", "2222", "3333" })
        {
            await sandbox.SendAsync(Phone, TestSandbox.Payload(code));
        }

        var codes = (await sandbox.ReadAsync(limit: 2)).Select(message => message.Code);

        Assert.That(codes, Is.EqualTo(["3333", "2222"]));
    }

    [Test]
    public async Task An_inbox_that_never_received_anything_is_empty()
    {
        using var sandbox = new TestSandbox();

        Assert.That(await sandbox.ReadAsync(), Is.Empty);
    }

    [Test]
    public async Task No_number_text_or_code_is_logged()
    {
        using var sandbox = new TestSandbox();
        foreach (var phone in new[] { Phone, "+19075550101", "+19075550121", "+19075550122" })
        {
            await sandbox.SendAsync(phone, TestSandbox.Payload("987654"));
        }

        var log = string.Join('\n', sandbox.Logger.Collector.GetSnapshot());

        Assert.That(log, Does.Contain("msg_1").And.Not.Contains("987654"));
        Assert.That(log, Does.Not.Contain("600000001").And.Not.Contains("9075550"));
    }

    [Test]
    public async Task The_preview_is_the_text_that_arrives()
    {
        using var sandbox = new TestSandbox();

        var preview = ((IMessagePreview)sandbox.Connector).Preview(UsageType.SignIn, TestSandbox.Payload());
        await sandbox.SendAsync(Phone);

        Assert.That((await sandbox.ReadAsync()).Single().Text, Is.EqualTo(preview));
    }

    [Test]
    public async Task The_credentials_are_always_valid()
    {
        using var sandbox = new TestSandbox();

        var check = await ((ICredentialCheck)sandbox.Connector).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(check.Status, Is.EqualTo(CredentialStatus.Valid));
    }
}
