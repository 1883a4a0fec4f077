using Microsoft.AspNetCore.Http.Features;

namespace TwilioSimulator.Http;

/// <summary>The last requests received.</summary>
internal sealed class RequestLog(int capacity, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Queue<RecordedRequest> requests = new();

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (gate)
        {
            return [.. requests];
        }
    }

    public void Add(HttpContext context, string body)
    {
        if (capacity <= 0)
        {
            return;
        }

        var recorded = Record(context, body);
        lock (gate)
        {
            requests.Enqueue(recorded);
            if (requests.Count > capacity)
            {
                requests.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
        }
    }

    private RecordedRequest Record(HttpContext context, string body)
    {
        var request = context.Request;
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var headers = request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        return new RecordedRequest(
            request.Method,
            target ?? request.Path + request.QueryString,
            headers,
            body,
            time.GetUtcNow());
    }
}
