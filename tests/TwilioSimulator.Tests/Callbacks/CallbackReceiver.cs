using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TwilioSimulator.Tests.Callbacks;

/// <summary>A web server that status callbacks go to.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<int> answers = new();

    private CallbackReceiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<ReceivedCallback> Received { get; } = new();

    public string Url => $"{app.Urls.First()}/receipts?tenant=a%20b";

    /// <summary>Starts a receiver that gives these answers first, 204 afterwards; 0 breaks the connection.</summary>
    public static async Task<CallbackReceiver> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var host = builder.Build();
        host.Urls.Add("http://127.0.0.1:0");
        var receiver = new CallbackReceiver(host);
        foreach (var answer in answers)
        {
            receiver.answers.Enqueue(answer);
        }

        host.Run(receiver.ReceiveAsync);
        await host.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Received.Enqueue(new ReceivedCallback(
            form.ToDictionary(field => field.Key, field => field.Value.ToString()),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        if (!answers.TryDequeue(out var answer))
        {
            answer = StatusCodes.Status204NoContent;
        }

        if (answer == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer;
    }
}
