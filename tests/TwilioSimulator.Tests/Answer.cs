using System.Text.Json;

namespace TwilioSimulator.Tests;

/// <summary>What came back.</summary>
internal sealed record Answer(
    int Status,
    string Text,
    string? MediaType,
    IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Sid => Json.GetProperty("sid").GetString() ?? string.Empty;

    public string? String(string name) => Json.GetProperty(name).GetString();

    public (int Status, int Code) Error => (Status, Json.GetProperty("code").GetInt32());
}
