using System.Text;
using System.Text.Json;

namespace Connector.Abstractions.Tests;

/// <summary>Payloads from JSON, and what a template makes of them.</summary>
internal static class Payloads
{
    public static string Render(string content, string variables = "{}") =>
        new Templates.SmsTemplate(UsageType.Generic, content).Render(WithVariables(variables));

    public static string Render(string content, SmsPayload payload) =>
        new Templates.SmsTemplate(UsageType.Generic, content).Render(payload);

    public static SmsPayload WithVariables(string json) => WithVariables(Encoding.UTF8.GetBytes(json));

    public static SmsPayload WithVariables(byte[] utf8) =>
        new() { Variables = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(utf8)! };
}
