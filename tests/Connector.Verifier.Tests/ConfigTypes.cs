using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connector.Verifier.Tests;

/// <summary>Types to bind a configuration to, read from this very DLL.</summary>
internal static class ConfigTypes
{
    /// <summary>The one call that says which type it is.</summary>
    public static object Bind(ConnectorContext context) => context.GetConfig<Plain>();

    internal abstract class Account
    {
        public string? User { get; set; }
    }

    internal sealed class Plain : Account
    {
        public static string? Shared { get; set; }

        public required string ApiKey { get; set; }

        [JsonPropertyName("retryURL")]
        public Uri? Address { get; init; }

        public int? Port { get; set; }

        public double Rate { get; set; }

        public bool IsTest { get; set; }

        public TimeSpan Wait { get; set; }

        public DayOfWeek Day { get; set; }

        public IReadOnlyList<Limit> Limits { get; set; } = [];

        public SmsTemplate? Template { get; set; }

        public Dictionary<string, string>? Headers { get; set; }

        [JsonIgnore]
        public string? Derived { get; set; }

        public string Summary => $"{User} {Port}";

        internal string? Hidden { get; set; }
    }

    internal sealed record Limit(string Country, int PerMinute);

    internal sealed class WithRest
    {
        public string? Name { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }

    internal sealed class Foreign : Exception
    {
        public string? Name { get; set; }
    }
}
