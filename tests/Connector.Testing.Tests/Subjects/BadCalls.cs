using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Testing.Tests.Subjects;

/// <summary>Connectors that behave badly towards their host.</summary>
internal static class BadCalls
{
    public sealed class CallsTheProviderAtOnce : GoodPlugin
    {
        public override async ValueTask<ISmsConnector> CreateAsync(
            ConnectorContext context, CancellationToken cancellationToken)
        {
            var connector = await base.CreateAsync(context, cancellationToken);
            await ((ICredentialCheck)connector).CheckCredentialsAsync(cancellationToken);
            return connector;
        }
    }

    public sealed class NeverStarts : GoodConnector
    {
        public override void Start(ConnectorContext context, GoodOptions options) =>
            new ManualResetEventSlim().Wait(TimeSpan.FromMinutes(1));
    }

    public sealed class Blocks : GoodConnector
    {
        public override Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(base.SendAsync(phone, usageType, payload, cancellationToken).GetAwaiter().GetResult());
    }

    public sealed class OneAfterTheOther : GoodConnector
    {
        private readonly SemaphoreSlim turn = new(1);

        public override async Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                return await base.SendAsync(phone, usageType, payload, cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    public sealed class MixesUp : GoodConnector
    {
        private string? code;

        public override Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            code ??= payload.Code;
            return base.SendAsync(phone, usageType, new SmsPayload { Code = code }, cancellationToken);
        }
    }

    public sealed class IgnoresCancellation : GoodConnector
    {
        public override Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default) =>
            base.SendAsync(phone, usageType, payload, CancellationToken.None);
    }

    public sealed class SwallowsCancellation : GoodConnector
    {
        public override async Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            try
            {
                return await base.SendAsync(phone, usageType, payload, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return new SendOutcome.Unknown("Cancelled.");
            }
        }
    }

    public sealed class Retries : GoodConnector
    {
        public override async Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            var first = await base.SendAsync(phone, usageType, payload, cancellationToken);
            return first is SendOutcome.Accepted
                ? first
                : await base.SendAsync(phone, usageType, payload, cancellationToken);
        }
    }

    public sealed class DisposedOnlyOnce : GoodConnector
    {
        private bool isDisposed;

        protected override ValueTask EndAsync()
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            isDisposed = true;
            return ValueTask.CompletedTask;
        }
    }

    public sealed class DisposesForEver : GoodConnector
    {
        protected override async ValueTask EndAsync() => await new TaskCompletionSource().Task;
    }

    public sealed class DisposesTheHostsClient : GoodConnector
    {
        protected override ValueTask EndAsync()
        {
            Http.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public sealed class KnowsOnlyGeneric : GoodConnector
    {
        public override Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default) =>
            usageType == UsageType.Generic
                ? base.SendAsync(phone, usageType, payload, cancellationToken)
                : Task.FromResult<SendOutcome>(new SendOutcome.Refused(RefusalReason.TemplateNotFound));
    }

    public sealed class KnowsOnlyEnglish : GoodConnector
    {
        public override string? Preview(UsageType usageType, SmsPayload payload) =>
            payload.Locale is null or "en" ? base.Preview(usageType, payload) : "?";
    }

    public sealed class ClaimsToKnow : GoodConnector
    {
        public override Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new CredentialCheckResult(CredentialStatus.Invalid));

        public override Task<SendOutcome> LookUpOutcomeAsync(
            OutcomeQuery query, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Refused(RefusalReason.NotAttempted));
    }

    public sealed class ThrowsForUsage : GoodConnector
    {
        public override Task<UsageReport?> GetUsageAsync(
            DateTimeOffset since, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("no usage");
    }

    public sealed class BelievesEverybody : GoodConnector
    {
        public override ValueTask<ReceiptReading> ReadReceiptAsync(
            ReceiptRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ReceiptReading>(new ReceiptReading.Verified([]));
    }
}
