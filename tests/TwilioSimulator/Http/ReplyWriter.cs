using System.Globalization;

namespace TwilioSimulator.Http;

/// <summary>Writes answers, well or badly as the reply says.</summary>
internal sealed class ReplyWriter(TimeProvider time)
{
    public async Task WriteAsync(HttpContext context, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Delivery is ReplyDelivery.Abort)
        {
            context.Abort();
            return;
        }

        if (reply.Delay > TimeSpan.Zero && reply.Delivery is ReplyDelivery.Whole)
        {
            await Task.Delay(reply.Delay, time, cancellationToken);
        }

        WriteHead(context.Response, reply);
        if (reply.Delivery is ReplyDelivery.Stall)
        {
            await WriteStallingAsync(context.Response, reply, cancellationToken);
        }
        else if (reply.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(reply.Body, cancellationToken);
        }
    }

    private static void WriteHead(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        if (reply.Status != StatusCodes.Status204NoContent)
        {
            response.ContentLength = reply.Body.Length;
        }

        if (reply.RetryAfter is { } wait)
        {
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (reply.Location is not null)
        {
            response.Headers.Location = reply.Location;
        }

        if (reply.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        }
    }

    private async Task WriteStallingAsync(HttpResponse response, Reply reply, CancellationToken cancellationToken)
    {
        var half = reply.Body.Length / 2;
        await response.Body.WriteAsync(reply.Body.AsMemory(0, half), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await Task.Delay(reply.Delay, time, cancellationToken);
        await response.Body.WriteAsync(reply.Body.AsMemory(half), cancellationToken);
    }
}
