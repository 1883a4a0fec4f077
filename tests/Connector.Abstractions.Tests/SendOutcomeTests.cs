namespace Connector.Abstractions.Tests;

internal sealed class SendOutcomeTests
{
    [Test]
    public void There_are_three_outcomes_and_no_way_to_add_one()
    {
        var outcomes = typeof(SendOutcome).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SendOutcome)));

        Assert.That(outcomes.Select(type => type.Name), Is.EquivalentTo(new[] { "Accepted", "Refused", "Unknown" }));
        Assert.That(typeof(SendOutcome).GetConstructors(), Is.Empty);
    }

    [Test]
    public void Outcomes_with_the_same_content_are_equal()
    {
        AssertEqual(Accepted(), Accepted());
        AssertEqual(Refused(), Refused());
        AssertEqual(Unknown(), Unknown());
    }

    [Test]
    public void Outcomes_differ_by_every_member()
    {
        Assert.That(Accepted() with { Segments = 2 }, Is.Not.EqualTo(Accepted()));
        Assert.That(Accepted() with { Price = 0.02m }, Is.Not.EqualTo(Accepted()));
        Assert.That(Accepted() with { Currency = "EUR" }, Is.Not.EqualTo(Accepted()));
        Assert.That(Accepted() with { ProviderRequestId = "RQ2" }, Is.Not.EqualTo(Accepted()));
        Assert.That(Refused() with { ProviderCode = "21212" }, Is.Not.EqualTo(Refused()));
        Assert.That(Refused() with { RetryAfter = null }, Is.Not.EqualTo(Refused()));
        Assert.That(Refused() with { Reason = RefusalReason.OptedOut }, Is.Not.EqualTo(Refused()));
        Assert.That(Unknown() with { Detail = "other" }, Is.Not.EqualTo(Unknown()));
        Assert.That<SendOutcome>(new SendOutcome.Unknown("x"), Is.Not.EqualTo(new SendOutcome.Accepted("x")));
    }

    [Test]
    public void Reasons_keep_their_numbers() =>
        Assert.That(
            Enum.GetValues<RefusalReason>().Select(reason => $"{reason:D} {reason}"),
            Is.EqualTo(new[]
            {
                "0 InvalidRecipient", "1 OptedOut", "2 UnsupportedDestination", "3 ContentRejected",
                "4 TemplateNotFound", "5 Authentication", "6 Misconfigured", "7 RateLimited", "8 QuotaExhausted",
                "9 ProviderUnavailable", "10 NotAttempted",
            }));

    private static void AssertEqual(SendOutcome one, SendOutcome other)
    {
        Assert.That(one, Is.Not.SameAs(other).And.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    private static SendOutcome.Accepted Accepted() =>
        new("SM1") { Segments = 1, Price = 0.01m, Currency = "USD", ProviderRequestId = "RQ1" };

    private static SendOutcome.Refused Refused() =>
        new(RefusalReason.RateLimited) { ProviderCode = "20429", RetryAfter = TimeSpan.FromSeconds(1) };

    private static SendOutcome.Unknown Unknown() => new("no answer") { ProviderCode = "20500" };
}
