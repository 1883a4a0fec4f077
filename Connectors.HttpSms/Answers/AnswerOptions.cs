using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Answers;

/// <summary>How the provider's answer is read.</summary>
internal sealed class AnswerOptions
{
    /// <summary>JSON Pointer to the provider's id of the message.</summary>
    [JsonPropertyName("idPath")]
    public string? IdPath { get; set; }

    /// <summary>Header with the provider's id of the message.</summary>
    [JsonPropertyName("idHeader")]
    public string? IdHeader { get; set; }

    /// <summary>JSON Pointer to what tells success from failure in an answer with a good HTTP status.</summary>
    [JsonPropertyName("successPath")]
    public string? SuccessPath { get; set; }

    /// <summary>What stands there when the provider has taken the message.</summary>
    [JsonPropertyName("successValues")]
    public IReadOnlyList<string> SuccessValues { get; set; } = [];

    /// <summary>Regular expression that an answer of success matches, with an optional group <c>id</c>.</summary>
    [JsonPropertyName("successPattern")]
    public string? SuccessPattern { get; set; }

    /// <summary>JSON Pointer to the provider's error code.</summary>
    [JsonPropertyName("errorPath")]
    public string? ErrorPath { get; set; }

    /// <summary>Regular expression that finds the error code in its group <c>code</c>.</summary>
    [JsonPropertyName("errorPattern")]
    public string? ErrorPattern { get; set; }
}
