using System.Text.Json;
using TwilioSimulator;

namespace FaultTests.Hosts;

/// <summary>What a host's <c>appsettings.json</c> says: short waits, and the simulator as its provider.</summary>
internal sealed record HostSettings
{
    public const string Key = "fault-test-key-of-thirty-characters";

    private static readonly string[] UsageTypes = ["Register", "SignIn", "ForgotPassword", "Generic"];

    /// <summary>The provider's address.</summary>
    public required Uri Provider { get; init; }

    /// <summary>PostgreSQL; <see langword="null"/> for a SQLite file.</summary>
    public string? Postgres { get; init; }

    /// <summary>The broker; <see langword="null"/> when the database decides.</summary>
    public Uri? Broker { get; init; }

    /// <summary>What the broker's queues begin with.</summary>
    public string QueuePrefix { get; init; } = "faults";

    /// <summary>Where it keeps its files, absolute or relative to its folder.</summary>
    public string DataPath { get; init; } = "data";

    /// <summary>How long a message lives.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(10);

    public override string ToString()
    {
        var settings = new Dictionary<string, string>
        {
            ["Security:BootstrapKey"] = Key,
            ["DataPath"] = DataPath,
            ["Messages:Lifetime"] = Lifetime.ToString("c"),
            // The one that comes with the host would get half of the messages.
            ["Connectors:sandbox:Enabled"] = "false",
            ["Delivery:Concurrency"] = "100",
            ["Delivery:RetryDelay"] = "00:00:00.050",
            ["Delivery:MaxRetryDelay"] = "00:00:01",
            ["Delivery:HostTimeout"] = "00:00:02",
        };
        AddStorage(settings);
        AddTwilio(settings);
        return JsonSerializer.Serialize(settings.ToDictionary(one => $"ConnectorHost:{one.Key}", one => one.Value));
    }

    private void AddStorage(Dictionary<string, string> settings)
    {
        if (Postgres is not null)
        {
            settings["Storage:Provider"] = "Postgres";
            settings["Storage:ConnectionString"] = Postgres;
        }

        if (Broker is not null)
        {
            settings["Delivery:Engine"] = "RabbitMq";
            settings["Delivery:RabbitMq:Uri"] = Broker.OriginalString;
            settings["Delivery:RabbitMq:Prefix"] = QueuePrefix;
        }
    }

    private void AddTwilio(Dictionary<string, string> settings)
    {
        const string Config = "Connectors:twilio:Config";
        var account = new TwilioSimulatorOptions();
        settings["Connectors:twilio:Plugin"] = "twilio-sms";
        settings[$"{Config}:accountSID"] = account.AccountSid;
        settings[$"{Config}:authToken"] = account.AuthToken;
        settings[$"{Config}:fromMessagingServiceSID"] = account.MessagingServiceSids[0];
        settings[$"{Config}:apiBaseUrl"] = Provider.AbsoluteUri;
        foreach (var (index, usageType) in UsageTypes.Index())
        {
            settings[$"{Config}:templates:{index}:usageType"] = usageType;
            settings[$"{Config}:templates:{index}:content"] = "Code {{code}}";
        }
    }
}
