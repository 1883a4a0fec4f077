using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Microsoft.Extensions.Logging;

namespace TestPlugins;

internal sealed class ObligingConnector(ConnectorContext context) : ISmsConnector, IMessagePreview, IDisposable
{
    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        context.Logger.Log(LogLevel.Information, default, "asked the provider", null, (state, _) => state);
        return Task.FromResult<SendOutcome>(
            new SendOutcome.Accepted($"SM-{payload.Delivery!.MessageId}") { Segments = 1 });
    }

    public string Preview(UsageType usageType, SmsPayload payload) => $"Your code is {payload.Code}.";

    public void Dispose()
    {
        Directory.CreateDirectory(context.DataDirectory);
        File.WriteAllText(Path.Combine(context.DataDirectory, "disposed"), context.ConnectorName);
    }
}
