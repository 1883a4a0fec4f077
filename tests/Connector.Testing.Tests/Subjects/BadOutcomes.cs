using System.Net;
using Connector.Abstractions;

namespace Connector.Testing.Tests.Subjects;

/// <summary>Connectors that draw the wrong conclusion.</summary>
internal static class BadOutcomes
{
    public sealed class NamelessAcceptance : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            new SendOutcome.Accepted(" ");
    }

    public sealed class DoubtsEveryFailure : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body)
        {
            response.EnsureSuccessStatusCode();
            return base.Judge(response, body);
        }
    }

    public sealed class TakesEveryRefusalForTheCredentials : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            response.StatusCode == HttpStatusCode.Unauthorized
                ? new SendOutcome.Refused(RefusalReason.Misconfigured)
                : base.Judge(response, body);
    }

    public sealed class ForgetsTheWait : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            base.Judge(response, body) is SendOutcome.Refused { Reason: RefusalReason.RateLimited } refused
                ? refused with { RetryAfter = null }
                : base.Judge(response, body);
    }

    public sealed class TakesALimitForAMistake : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            response.StatusCode == HttpStatusCode.TooManyRequests
                ? new SendOutcome.Refused(RefusalReason.Misconfigured)
                : base.Judge(response, body);
    }

    public sealed class TakesAServersErrorForARefusal : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            (int)response.StatusCode >= 500
                ? new SendOutcome.Refused(RefusalReason.ProviderUnavailable)
                : base.Judge(response, body);
    }

    public sealed class TakesARedirectForSuccess : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            (int)response.StatusCode < 400 ? new SendOutcome.Accepted("m-1") : base.Judge(response, body);
    }

    public sealed class TakesALostAnswerForARefusal : GoodConnector
    {
        protected override SendOutcome JudgeFailure(HttpRequestException error) =>
            new SendOutcome.Refused(RefusalReason.NotAttempted);
    }

    public sealed class TakesSilenceForARefusal : GoodConnector
    {
        protected override SendOutcome JudgeTimeout() => new SendOutcome.Refused(RefusalReason.ProviderUnavailable);
    }

    public sealed class TakesAnyPageForSuccess : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            response.IsSuccessStatusCode ? new SendOutcome.Accepted("m-1") : base.Judge(response, body);
    }

    public sealed class DoubtsWhatNeverLeft : GoodConnector
    {
        protected override SendOutcome JudgeFailure(HttpRequestException error) => new SendOutcome.Unknown("Failed.");
    }

    public sealed class ThrowsWhenUnreachable : GoodConnector
    {
        protected override SendOutcome JudgeFailure(HttpRequestException error) =>
            throw new InvalidOperationException("unreachable", error);
    }
}
