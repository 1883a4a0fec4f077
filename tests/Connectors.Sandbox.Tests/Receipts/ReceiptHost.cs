using System.Net;
using System.Threading.Channels;
using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Tests.Receipts;

/// <summary>The host that receipts are posted to.</summary>
internal sealed class ReceiptHost : HttpMessageHandler
{
    private readonly Channel<ReceiptRequest> posted = Channel.CreateUnbounded<ReceiptRequest>();

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    /// <summary>The next request, on a clock that is turned on until it has come.</summary>
    public async Task<ReceiptRequest> NextAsync(Action turnClock)
    {
        ReceiptRequest? request;
        while (!posted.Reader.TryRead(out request))
        {
            turnClock();
            await Task.Yield();
        }

        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers);
        await posted.Writer.WriteAsync(
            new ReceiptRequest
            {
                Method = request.Method.Method,
                Url = request.RequestUri!.AbsoluteUri,
                Headers = headers.ToDictionary(
                    header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
                Body = await request.Content.ReadAsByteArrayAsync(cancellationToken),
            },
            cancellationToken);
        return new HttpResponseMessage(Answer);
    }
}
