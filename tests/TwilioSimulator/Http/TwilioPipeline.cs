using System.Globalization;
using System.Text;
using TwilioSimulator.Accounts;
using TwilioSimulator.Faults;

namespace TwilioSimulator.Http;

/// <summary>What every Twilio request goes through: record, authenticate, break if asked to, handle, answer.</summary>
internal sealed class TwilioPipeline(
    AccountDirectory accounts,
    RequestLog log,
    FaultReplies faults,
    ReplyWriter writer,
    TimeProvider time)
{
    private int concurrent;

    public async Task HandleAsync(HttpContext context, FaultOperation operation, Func<TwilioRequest, Reply> handler)
    {
        var started = time.GetTimestamp();
        var running = Interlocked.Increment(ref concurrent);
        try
        {
            var cancellationToken = context.RequestAborted;
            var body = await ReadBodyAsync(context.Request, cancellationToken);
            log.Add(context, body);
            var reply = Answer(context, body, operation, handler);
            Stamp(context.Response.Headers, running, time.GetElapsedTime(started));
            await writer.WriteAsync(context, reply, cancellationToken);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref concurrent);
        }
    }

    private Reply Answer(HttpContext context, string body, FaultOperation operation, Func<TwilioRequest, Reply> handler)
    {
        var path = context.Request.Path.Value ?? "/";
        if (accounts.Authenticate(context.Request.Headers.Authorization) is not { } account)
        {
            return TwilioError.Of(20003).ToReply();
        }

        if (operation is FaultOperation.None || !account.Sid.Equals(RouteValue(context, "accountSid")))
        {
            return TwilioError.NotFound(path).ToReply();
        }

        if (account.IsTest && operation is not FaultOperation.Create)
        {
            return TwilioError.Of(20008).ToReply();
        }

        if (!TryReadForm(context.Request, body, out var form))
        {
            return TwilioError.Parameter("form").ToReply();
        }

        var request = new TwilioRequest(account, path, RouteValue(context, "sid"), form, context.Request.Query);
        return faults.Answer(operation, request, handler);
    }

    private static string RouteValue(HttpContext context, string name) =>
        context.Request.RouteValues[name] as string ?? string.Empty;

    private static bool TryReadForm(HttpRequest request, string body, out FormFields form)
    {
        form = FormFields.Empty;
        if (!request.HasFormContentType)
        {
            return true;
        }

        try
        {
            form = FormFields.Parse(body);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<string> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || HttpMethods.IsGet(request.Method))
        {
            return string.Empty;
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static void Stamp(IHeaderDictionary headers, int running, TimeSpan duration)
    {
        headers["Twilio-Request-Id"] = TwilioSid.New("RQ");
        headers["Twilio-Concurrent-Requests"] = running.ToString(CultureInfo.InvariantCulture);
        headers["Twilio-Request-Duration"] = duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
    }
}
