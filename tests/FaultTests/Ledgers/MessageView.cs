using System.Text.Json;

namespace FaultTests.Ledgers;

/// <summary>A message as the API shows it.</summary>
internal sealed record MessageView(string Id, string Status, IReadOnlyList<string> Outcomes)
{
    public static MessageView Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("status").GetString()!,
        [.. json.GetProperty("attempts").EnumerateArray().Select(one => one.GetProperty("outcome").GetString()!)]);
}
