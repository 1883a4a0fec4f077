using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Answers;

/// <summary>What an error of the provider means. At least one of code and status is given.</summary>
internal sealed class ErrorRule
{
    /// <summary>The provider's code; <see langword="null"/> for any.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>The HTTP status; <see langword="null"/> for any.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; set; }

    [JsonPropertyName("reason")]
    public required ErrorMeaning Reason { get; set; }

    public bool Fits(int status, string? code) =>
        (Code is not null || Status is not null)
        && (Code is null || Code == code)
        && (Status is null || Status == status);
}
