using System.Text;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>
/// A connector that the build compiles against the first release's own DLL. It does all that a connector could do then.
/// </summary>
public sealed class BaselineContractTests : SandboxedTests
{
    private const string Config =
        """{ "account": "acme", "templates": [{ "usageType": "Generic", "content": "Code {{code}}" }] }""";

    private readonly FakeLogger log = new();
    private readonly FakeTimeProvider time = new();

    [Test]
    public async Task It_is_found_faultless_and_known_by_its_contract()
    {
        var folder = Sandbox.DropFolder("BaselineContract");

        var plugin = await Sandbox.ScanOneAsync();
        var list = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "plugin.json")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Problems, Is.Empty);
            Assert.That(plugin.State, Is.EqualTo(PluginState.Available));
            Assert.That(plugin.Id, Is.EqualTo("baseline-contract"));
            Assert.That(plugin.Version, Is.EqualTo("1.4.2"));
            Assert.That(list.GetProperty("contract").GetString(), Is.EqualTo("1.0.0"));
        }
    }

    [Test]
    public async Task Its_validator_is_asked()
    {
        var plugin = await LoadAsync();

        var issues = await plugin.ValidateAsync(JsonElement.Parse("""{ "templates": [] }"""), CancellationToken.None);

        Assert.That(issues, Is.EqualTo([
            new ConfigIssue("/templates", "There is no template."),
            new ConfigIssue("/account", "Nobody pays.", ConfigIssueSeverity.Warning),
        ]));
    }

    [Test]
    public async Task It_sends_logs_and_refuses_in_the_words_of_today()
    {
        var connector = await CreateAsync(Config);
        var none = await CreateAsync("""{ "templates": [] }""");
        var payload = new SmsPayload
        {
            Code = "123456",
            Delivery = new SmsDelivery { MessageId = "msg_1", Attempt = 2 },
        };

        var sent = await SendAsync(connector, payload);
        var refused = await SendAsync(none, payload);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                sent, Is.EqualTo(new SendOutcome.Accepted("msg_1") { Segments = 1, ProviderRequestId = "r1" }));
            Assert.That(
                refused,
                Is.EqualTo(new SendOutcome.Refused(RefusalReason.TemplateNotFound) { Detail = "SignIn" }));
            Assert.That(log.LatestRecord.Message, Is.EqualTo("old sends attempt 2"));
        }
    }

    [Test]
    public async Task A_send_that_is_canceled_ends_as_the_contract_says()
    {
        var connector = await CreateAsync(Config);

        Assert.That(
            () => connector.SendAsync(
                AnyPhone, UsageType.SignIn, new SmsPayload(), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Whatever_else_it_can_do_is_there()
    {
        var connector = await CreateAsync(Config);
        var payload = new SmsPayload { Code = "123456" };
        await SendAsync(connector, payload);

        var credentials = await ((ICredentialCheck)connector).CheckCredentialsAsync(CancellationToken.None);
        var found = await ((IOutcomeLookup)connector).LookUpOutcomeAsync(Query(payload), CancellationToken.None);
        var usage = await ((IUsageReporter)connector).GetUsageAsync(time.GetUtcNow(), CancellationToken.None);
        var inbox = await ((ILocalInbox)connector).ReadInboxAsync(10, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((IMessagePreview)connector).Preview(UsageType.BindMfa, payload), Is.EqualTo("Code 123456"));
            Assert.That(
                credentials,
                Is.EqualTo(new CredentialCheckResult(CredentialStatus.Valid, "acme") { ProviderCode = "0" }));
            Assert.That(found, Is.EqualTo(new SendOutcome.Unknown("+1415•••0123") { ProviderCode = "404" }));
            Assert.That(
                usage, Is.EqualTo(new UsageReport(time.GetUtcNow(), 1) { Price = 1.5m, Currency = "EUR" }));
            Assert.That(inbox.Single().Text, Is.EqualTo("Code 123456"));
        }

        await ((IAsyncDisposable)connector).DisposeAsync();
        Assert.That(inbox, Is.Empty);
    }

    [Test]
    public async Task It_reads_receipts()
    {
        var reader = (IDeliveryReceiptReader)await CreateAsync(Config);

        var empty = await reader.ReadReceiptAsync(Request(""), CancellationToken.None);
        var full = (ReceiptReading.Verified)await reader.ReadReceiptAsync(Request("x"), CancellationToken.None);

        Assert.That(empty, Is.EqualTo(new ReceiptReading.Malformed("POST")));
        Assert.That(full.Receipts, Is.EqualTo([
            new DeliveryReceipt("SM1", DeliveryStatus.Undelivered)
            {
                Reason = RefusalReason.OptedOut,
                ProviderCode = "21610",
            },
        ]));
    }

    private static PhoneNumber AnyPhone => PhoneNumber.Parse("+14155550123");

    private static Task<SendOutcome> SendAsync(ISmsConnector connector, SmsPayload payload) =>
        connector.SendAsync(AnyPhone, UsageType.SignIn, payload, CancellationToken.None);

    private static ReceiptRequest Request(string body) => new()
    {
        Method = "POST",
        Url = "https://sms.example.com/callback",
        Headers = new Dictionary<string, string> { ["id"] = "SM1" },
        Body = Encoding.UTF8.GetBytes(body),
    };

    private OutcomeQuery Query(SmsPayload payload) => new()
    {
        Phone = AnyPhone,
        UsageType = UsageType.SignIn,
        Payload = payload,
        AttemptedAt = time.GetUtcNow(),
    };

    private async Task<LoadedPlugin> LoadAsync()
    {
        Sandbox.DropFolder("BaselineContract");
        await Sandbox.ScanAsync();
        return await Sandbox.LoadAsync("baseline-contract");
    }

    private async Task<ISmsConnector> CreateAsync(string config)
    {
        var context = new ConnectorContext
        {
            ConnectorName = "old",
            Config = JsonElement.Parse(config),
            HttpClient = new HttpClient(),
            Logger = log,
            TimeProvider = time,
            DataDirectory = Sandbox.Data,
        };
        var plugin = Sandbox.Catalog.Find("baseline-contract") is null
            ? await LoadAsync()
            : await Sandbox.LoadAsync("baseline-contract");
        return await plugin.CreateAsync(context, CancellationToken.None);
    }
}
