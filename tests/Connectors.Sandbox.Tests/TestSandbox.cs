using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.Sandbox.Tests.Receipts;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connectors.Sandbox.Tests;

/// <summary>A sandbox made as a host makes it, over a folder of its own that goes with it.</summary>
internal sealed class TestSandbox : IDisposable
{
    private readonly List<ISmsConnector> connectors = [];
    private readonly string root = Directory.CreateTempSubdirectory("sandbox").FullName;

    public TestSandbox(string config = "{}", string? folder = null)
    {
        Folder = folder ?? Path.Combine(root, "sandbox");
        Connector = Create(config);
    }

    public string Folder { get; }

    public string InboxPath => Path.Combine(Folder, "inbox.jsonl");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeLogger Logger { get; } = new();

    public ISmsConnector Connector { get; }

    /// <summary>Takes what the sandbox posts.</summary>
    public ReceiptHost Host { get; } = new();

    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "files", name);

    /// <summary>A further connector over the same folder, as another process would have it.</summary>
    public ISmsConnector Create(string config, TimeProvider? clock = null)
    {
        var context = new ConnectorContext
        {
            ConnectorName = "sandbox",
            Config = JsonElement.Parse(config),
            HttpClient = new HttpClient(Host),
            Logger = Logger,
            TimeProvider = clock ?? Clock,
            DataDirectory = Folder,
        };
        var creation = new SandboxPlugin().CreateAsync(context, CancellationToken.None).AsTask();
        Assert.That(creation.IsCompletedSuccessfully, "The connector is ready at once.");
        connectors.Add(creation.Result);
        return creation.Result;
    }

    public Task<SendOutcome> SendAsync(string phone, SmsPayload? payload = null) =>
        Connector.SendAsync(PhoneNumber.Parse(phone), UsageType.SignIn, payload ?? Payload(), CancellationToken.None);

    public Task<IReadOnlyList<InboxMessage>> ReadAsync(int limit = 100) =>
        ((ILocalInbox)Connector).ReadInboxAsync(limit, CancellationToken.None);

    public static SmsPayload Payload(string code = "123456", string messageId = "msg_1", int attempt = 1) => new()
    {
        Code = code,
        Delivery = new SmsDelivery { MessageId = messageId, Attempt = attempt },
    };

    public void Dispose()
    {
        connectors.ForEach(connector => ((IAsyncDisposable)connector).DisposeAsync().AsTask().GetAwaiter().GetResult());
        Directory.Delete(root, recursive: true);
    }
}
