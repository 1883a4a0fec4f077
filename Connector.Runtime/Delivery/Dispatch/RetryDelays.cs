namespace Connector.Runtime.Delivery;

/// <summary>How long to wait before the next attempt: exponential backoff with full jitter.</summary>
internal static class RetryDelays
{
    /// <param name="attempt">How many attempts there have been.</param>
    /// <param name="retryAfter">What the provider asks for; never shortened.</param>
    /// <param name="options">The configured delays.</param>
    public static TimeSpan Next(int attempt, TimeSpan? retryAfter, DeliveryOptions options)
    {
        var ceiling = options.RetryDelay * Math.Pow(2, Math.Min(attempt - 1, 20));
        var backoff = (ceiling < options.MaxRetryDelay ? ceiling : options.MaxRetryDelay) * Random.Shared.NextDouble();
        return retryAfter is { } asked && asked > backoff
            ? asked + (options.RetryDelay * Random.Shared.NextDouble())
            : backoff;
    }
}
