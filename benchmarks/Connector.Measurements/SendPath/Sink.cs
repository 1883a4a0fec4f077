using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Connector.Measurements.SendPath;

/// <summary>A provider that accepts everything at once, in a process of its own until its input ends.</summary>
internal static class Sink
{
    public const string Verb = "sink";

    private static readonly byte[] Answer = """
        {"account_sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "api_version": "2010-04-01",
        "body": "384920 is your code. It works for 10 minutes.",
        "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, "direction": "outbound-api",
        "error_code": null, "error_message": null, "from": null, "num_media": "0", "num_segments": "1", "price": null,
        "price_unit": "USD", "messaging_service_sid": "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "sid": "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "status": "accepted", "to": "+447700900123",
        "subresource_uris": {"media": "/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages/SM/Media.json"},
        "uri": "/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages/SM.json"}
        """u8.ToArray();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(AcceptAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
    }

    private static async Task AcceptAsync(HttpContext context)
    {
        await DrainAsync(context.Request.BodyReader);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        context.Response.Headers["Twilio-Request-Id"] = "RQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        await context.Response.Body.WriteAsync(Answer);
    }

    private static async Task DrainAsync(PipeReader body)
    {
        ReadResult read;
        do
        {
            read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }
}
