namespace Connector.Abstractions;

/// <summary>
/// A provider's verdict on one message: <see cref="Accepted"/>, <see cref="Refused"/> or <see cref="Unknown"/>.
/// </summary>
/// <remarks>
/// Immutable. Nothing in an outcome may hold a phone number, a message text, a secret or a raw response.
/// </remarks>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider's id of this request, for its support. <see langword="null"/> when it gave none.</summary>
    public string? ProviderRequestId { get; init; }

    /// <summary>The provider has taken the message and will try to deliver it.</summary>
    /// <param name="ProviderMessageId">The provider's id of the message.</param>
    public sealed record Accepted(string ProviderMessageId) : SendOutcome
    {
        /// <summary>How many parts the message is billed as. <see langword="null"/> when not known yet.</summary>
        public int? Segments { get; init; }

        /// <summary>
        /// What the message costs, a positive amount of <see cref="Currency"/>.
        /// <see langword="null"/> when not known yet.
        /// </summary>
        public decimal? Price { get; init; }

        /// <summary>ISO 4217 code of <see cref="Price"/>, such as <c>USD</c>.</summary>
        public string? Currency { get; init; }
    }

    /// <summary>The message was not sent, certainly.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(RefusalReason Reason) : SendOutcome
    {
        /// <summary>The provider's own code, such as <c>21211</c>. <see langword="null"/> when it gave none.</summary>
        public string? ProviderCode { get; init; }

        /// <summary>
        /// How long the provider asks to wait before another try. <see langword="null"/> when it doesn't say.
        /// </summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>
        /// What happened, in the connector's own words, for an operator.
        /// <see langword="null"/> when the reason says it all.
        /// </summary>
        public string? Detail { get; init; }
    }

    /// <summary>The request may have left, but the provider's answer is missing or makes no sense.</summary>
    /// <param name="Detail">What happened, in the connector's own words, for an operator.</param>
    public sealed record Unknown(string Detail) : SendOutcome
    {
        /// <summary>The provider's own code, such as <c>20500</c>. <see langword="null"/> when it gave none.</summary>
        public string? ProviderCode { get; init; }
    }
}
