using TwilioSimulator.Accounts;
using TwilioSimulator.Callbacks;
using TwilioSimulator.Faults;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;
using TwilioSimulator.Progress;
using TwilioSimulator.Usage;

namespace TwilioSimulator;

internal static class SimulatorServices
{
    public static void AddTwilioSimulator(this IServiceCollection services, TwilioSimulatorOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(new RequestLog(options.RecordedRequests, options.TimeProvider));
        services.AddSingleton(new CallbackLog(options.RecordedRequests));
        services.AddSingleton(new MessageStore(options.StoredMessages));
        services.AddSingleton(new FaultSwitches());
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<SenderRules>();
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<CallbackQueue>();
        services.AddSingleton<StatusProgress>();
        services.AddSingleton<ProgressPump>();
        services.AddSingleton<CreateMessageEndpoint>();
        services.AddSingleton<ListMessagesEndpoint>();
        services.AddSingleton<MessageEndpoints>();
        services.AddSingleton<UsageEndpoint>();
        services.AddSingleton<FaultReplies>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<TwilioPipeline>();
    }
}
