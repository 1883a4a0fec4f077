using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Microsoft.Extensions.Logging;

namespace TestPlugins;

internal sealed class ChaosConnector(ConnectorContext context, string fault)
    : ISmsConnector, IDeliveryReceiptReader, IDisposable
{
    private static readonly SendOutcome Sent = new SendOutcome.Accepted("chaos");
    private static readonly OnceOnly Broken = new();

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        switch (fault)
        {
            case "none":
                await Task.Yield();
                return new SendOutcome.Accepted(Thread.CurrentThread.Name ?? "no name");
            case "tells-its-process":
                context.Logger.Log(LogLevel.Information, default, "asked in the worker", null, (state, _) => state);
                return new SendOutcome.Accepted(Environment.ProcessId.ToString());
            case "throws":
                throw new InvalidOperationException("The number 4155550100 is not welcome.");
            case "hangs":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "hangs-after-await":
                await Task.Yield();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "never-ends":
                await new TaskCompletionSource().Task;
                break;
            case "blocks-its-cancellation":
                cancellationToken.Register(() => Thread.Sleep(Timeout.Infinite));
                await new TaskCompletionSource().Task;
                break;
            case "spins":
                while (payload is not null)
                {
                    Thread.SpinWait(100);
                }

                break;
            case "async-void":
                Faults.ThrowInAsyncVoid();
                break;
            case "throws-on-a-thread":
                Faults.ThrowOnThread();
                break;
            case "throws-on-the-pool":
                ThreadPool.QueueUserWorkItem(_ => throw new InvalidOperationException("pool"));
                break;
            case "leaks-threads":
                Faults.LeakThreads();
                break;
            case "allocates":
                Faults.Allocate();
                break;
            case "floods-the-log":
                Faults.Flood(context.Logger);
                break;
            case "returns-null":
                return null!;
            case "fails-twice":
                await Broken.Task;
                break;
            case "fail-fast":
                Environment.FailFast("chaos");
                break;
            case "overflows":
                return new SendOutcome.Accepted(Faults.Overflow(1).ToString());
            case "exits":
                Environment.Exit(42);
                break;
        }

        return Sent;
    }

    public ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken) =>
        Broken.Reading;

    public void Dispose()
    {
        if (fault == "hangs-when-disposed")
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
