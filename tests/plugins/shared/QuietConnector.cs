using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

internal sealed class QuietConnector : ISmsConnector
{
    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Unknown("quiet"));
}
