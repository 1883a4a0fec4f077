using System.Text.Json;
using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace Connector.Testing.Tests.Subjects;

/// <summary>Plugins and connectors that tell secrets or leave something behind.</summary>
internal static class BadHabits
{
    public sealed class LogsTheNumber : GoodConnector
    {
        public override Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            if (Logger.IsEnabled(LogLevel.Debug))
            {
                Logger.LogDebug("Sending to {Number}", phone.E164);
            }

            return base.SendAsync(phone, usageType, payload, cancellationToken);
        }
    }

    public sealed class LogsTheCodeInAScope : GoodConnector
    {
        public override async Task<SendOutcome> SendAsync(
            PhoneNumber phone,
            UsageType usageType,
            SmsPayload payload,
            CancellationToken cancellationToken = default)
        {
            using var scope = Logger.BeginScope(new Dictionary<string, object> { ["Code"] = payload.Code! });
            return await base.SendAsync(phone, usageType, payload, cancellationToken);
        }
    }

    public sealed class RepeatsTheProvider : GoodConnector
    {
        protected override SendOutcome Judge(HttpResponseMessage response, string body) =>
            base.Judge(response, body) is SendOutcome.Refused refused
                ? refused with { Detail = body }
                : base.Judge(response, body);
    }

    public sealed class ThrowsTheKey : GoodConnector
    {
        protected override SendOutcome JudgeFailure(HttpRequestException error) =>
            throw new InvalidOperationException($"The key {Options.ApiKey} did not work.");
    }

    public sealed class NamesTheKeyItCannotRead : GoodPlugin
    {
        public override ValueTask<ISmsConnector> CreateAsync(
            ConnectorContext context, CancellationToken cancellationToken)
        {
            var key = context.Config.GetProperty("apiKey");
            return key.ValueKind == JsonValueKind.String
                ? base.CreateAsync(context, cancellationToken)
                : throw new JsonException($"{key} is no key.");
        }
    }

    public sealed class LeavesAThread : GoodConnector
    {
        public override void Start(ConnectorContext context, GoodOptions options)
        {
            base.Start(context, options);
            new Thread(() => new ManualResetEventSlim().Wait(TimeSpan.FromMinutes(5))).Start();
        }
    }

    public sealed class LeavesAHandler : GoodConnector
    {
        public override void Start(ConnectorContext context, GoodOptions options)
        {
            base.Start(context, options);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => GC.KeepAlive(this);
        }
    }

    public sealed class FailsElsewhere : GoodConnector
    {
        public override void Start(ConnectorContext context, GoodOptions options) =>
            throw new InvalidOperationException("not here");
    }

    public sealed class ValidatorThrows : GoodPlugin
    {
        public override IReadOnlyList<ConfigIssue> Validate(JsonElement config) =>
            config.GetProperty("apiKey").GetString() is null ? [new ConfigIssue("/apiKey", "It is missing.")] : [];
    }

    public sealed class ValidatorRefuses : GoodPlugin
    {
        public override IReadOnlyList<ConfigIssue> Validate(JsonElement config) => [new ConfigIssue("/apiKey", "No.")];
    }
}
