namespace Connector.Host.Problems;

/// <summary>Turns every failure, whether thrown or answered without a body, into a problem.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            SetStatusOfNobody(context);
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
            return;
        }

        if (HasNoBody(context.Response))
        {
            await ProblemWriter.WriteAsync(context, KnownProblems.ForStatus(context.Response.StatusCode));
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var problem = ProblemMapping.From(exception);
        if (problem == KnownProblems.InternalError)
        {
            Log.RequestFailed(logger, exception, ProblemWriter.TraceIdOf(context));
        }

        context.Response.Clear();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await ProblemWriter.WriteAsync(context, problem);
    }

    private static bool HasNoBody(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null };

    private static void SetStatusOfNobody(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = ClientClosedRequest;
        }
    }
}
