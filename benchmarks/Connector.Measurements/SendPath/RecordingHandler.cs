namespace Connector.Measurements.SendPath;

/// <summary>Keeps the last request while passing it on.</summary>
internal sealed class RecordingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    public RecordedRequest? Last { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = await RecordedRequest.FromAsync(request);
        return await base.SendAsync(request, cancellationToken);
    }
}
