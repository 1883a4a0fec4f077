using TwilioSimulator.Accounts;
using TwilioSimulator.Faults;
using TwilioSimulator.Messages;
using TwilioSimulator.Usage;

namespace TwilioSimulator.Http;

/// <summary>Twilio's resources and what serves them.</summary>
internal static class TwilioRoutes
{
    private const string Account = $"/{TwilioPaths.ApiVersion}/Accounts/{{accountSid}}";
    private const string Messages = $"{Account}/Messages.json";
    private const string Message = $"{Account}/Messages/{{sid}}.json";

    public static void MapTwilio(this WebApplication app)
    {
        var services = app.Services;
        var pipeline = services.GetRequiredService<TwilioPipeline>();
        var create = services.GetRequiredService<CreateMessageEndpoint>();
        var list = services.GetRequiredService<ListMessagesEndpoint>();
        var message = services.GetRequiredService<MessageEndpoints>();
        var usage = services.GetRequiredService<UsageEndpoint>();

        app.MapPost(Messages, Serve(FaultOperation.Create, create.Handle));
        app.MapGet(Messages, Serve(FaultOperation.List, list.Handle));
        app.MapGet(Message, Serve(FaultOperation.Fetch, message.Fetch));
        app.MapPost(Message, Serve(FaultOperation.Change, message.Update));
        app.MapDelete(Message, Serve(FaultOperation.Change, message.Delete));
        app.MapPost($"{Account}/Messages/{{sid}}/Feedback.json", Serve(FaultOperation.Change, message.Feedback));
        app.MapGet($"{Account}.json", Serve(FaultOperation.Account, AccountEndpoints.Fetch));
        app.MapGet($"{Account}/Usage/Records.json", Serve(FaultOperation.Account, usage.Handle));

        // The default pattern of a fallback leaves out paths that look like files, as all of Twilio's do.
        app.MapFallback("{**path}", Serve(FaultOperation.None, NotFound));

        RequestDelegate Serve(FaultOperation operation, Func<TwilioRequest, Reply> handler) =>
            context => pipeline.HandleAsync(context, operation, handler);
    }

    private static Reply NotFound(TwilioRequest request) => TwilioError.NotFound(request.Path).ToReply();
}
