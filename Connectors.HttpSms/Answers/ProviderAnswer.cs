namespace Connectors.HttpSms.Answers;

/// <summary>A provider's answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; <see langword="null"/> when it was cut off, too long or too late.</param>
/// <param name="IdHeader">The value of the header that holds the id.</param>
/// <param name="RetryAfter">How long the provider asks to wait.</param>
internal sealed record ProviderAnswer(int Status, string? Body, string? IdHeader, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    // The body may hold telephone numbers and texts.
    public override string ToString() => $"{nameof(ProviderAnswer)} {Status}";
}
