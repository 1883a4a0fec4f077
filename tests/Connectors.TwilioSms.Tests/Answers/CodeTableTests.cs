using Connector.Abstractions;
using Connectors.TwilioSms.Errors;

namespace Connectors.TwilioSms.Tests.Answers;

/// <summary>Written from Twilio's documentation, not from the connector's table.</summary>
internal sealed class CodeTableTests
{
    private const string Table = """
        20001 Misconfigured            invalid or unknown parameter
        20003 Authentication           authenticate
        20005 Authentication           account not active
        20006 Authentication           access denied
        20010 Authentication           action disabled
        20403 Authentication           forbidden
        20008 Authentication           not available to test credentials
        20404 Misconfigured            not found
        20422 Misconfigured            invalid parameter
        20426 Misconfigured            TLS too old
        20011 Misconfigured            TLS too old
        20429 RateLimited              too many concurrent requests
        63038 QuotaExhausted           daily message cap
        63017 RateLimited              account rate
        14107 QuotaExhausted           reply loop guard
        20500 ProviderUnavailable      internal error
        20503 ProviderUnavailable      temporarily unavailable
        20504 ProviderUnavailable      internal timeout
        21211 InvalidRecipient         To invalid
        21212 Misconfigured            From invalid
        21657 Misconfigured            sender id invalid
        21214 InvalidRecipient         To unreachable
        21217 InvalidRecipient         To invalid
        21265 InvalidRecipient         To is a short code
        21266 InvalidRecipient         To equals From
        21268 InvalidRecipient         To is premium
        21635 InvalidRecipient         To is a landline
        21267 Misconfigured            alphanumeric sender on trial
        21408 UnsupportedDestination   geographic permission off
        21602 Misconfigured            body missing
        21603 Misconfigured            sender missing
        21604 Misconfigured            To missing
        21619 Misconfigured            content missing
        21605 ContentRejected          body too long
        21617 ContentRejected          body too long
        21658 ContentRejected          variable too long
        21606 Misconfigured            From not usable
        21659 Misconfigured            From not usable
        21660 Misconfigured            From not usable
        21661 Misconfigured            From not usable
        21607 Misconfigured            From not usable
        21601 Misconfigured            From not usable
        21608 Misconfigured            trial account, To unverified
        21609 Misconfigured            StatusCallback invalid
        21610 OptedOut                 STOP
        21611 RateLimited              queue of From is full
        21612 UnsupportedDestination   To and From can't be combined
        21614 InvalidRecipient         not a mobile number
        21618 ContentRejected          body can't be sent
        21620 ContentRejected          media
        21621 ContentRejected          media
        21622 ContentRejected          media
        21623 ContentRejected          media
        21624 Misconfigured            ValidityPeriod
        30045 Misconfigured            ValidityPeriod
        21654 Misconfigured            content template
        21655 Misconfigured            content template
        21656 ContentRejected          content variables
        21701 Misconfigured            messaging service doesn't exist
        21702 Misconfigured            messaging service can't send
        21703 Misconfigured            no number for this send
        21704 Misconfigured            no senders
        21705 Misconfigured            messaging service invalid
        21730 ProviderUnavailable      maintenance
        35111 Misconfigured            scheduling
        35114 Misconfigured            scheduling
        35118 Misconfigured            scheduling
        30001 RateLimited              queue overflow
        30002 Authentication           account suspended
        30003 ProviderUnavailable      handset unreachable for now
        30004 InvalidRecipient         blocked
        30005 InvalidRecipient         unknown handset
        30006 InvalidRecipient         landline
        30007 ContentRejected          filtered
        30008 ProviderUnavailable      unknown, may pass
        30010 Misconfigured            price limit
        30017 ProviderUnavailable      carrier congested
        30019 ContentRejected          too long for the carrier
        30036 ProviderUnavailable      validity expired
        30022 RateLimited              10DLC rate
        30023 QuotaExhausted           10DLC daily cap
        30027 QuotaExhausted           T-Mobile daily cap
        30032 Misconfigured            toll-free unverified
        30033 Misconfigured            campaign suspended
        30034 Misconfigured            unregistered 10DLC
        30035 Misconfigured            still configuring
        30037 Authentication           messaging disabled
        30038 ContentRejected          OTP body filtered
        30044 ContentRejected          trial message too long
        30410 ProviderUnavailable      provider timeout
        30500 ProviderUnavailable      internal
        30450 UnsupportedDestination   SMS pumping protection
        30453 UnsupportedDestination   SMS pumping protection
        30454 QuotaExhausted           account message limit
        60410 UnsupportedDestination   fraud guard
        """;

    private static IEnumerable<TestCaseData> Rows =>
        Table.Split('\n').Select(line => line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .Select(row => new TestCaseData(row[0], Enum.Parse<RefusalReason>(row[1])).SetArgDisplayNames(row));

    [TestCaseSource(nameof(Rows))]
    public void Every_documented_code_has_its_reason(string code, RefusalReason reason) =>
        Assert.That(TwilioErrors.Find(int.Parse(code)), Is.EqualTo(reason));

    [Test]
    public void An_unknown_code_has_none() => Assert.That(TwilioErrors.Find(12345), Is.Null);

    [Test]
    public void The_table_is_not_empty() => Assert.That(Rows.Count(), Is.EqualTo(95));
}
