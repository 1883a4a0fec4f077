using System.Net;
using System.Net.Sockets;
using Connector.Host.Startup;

namespace Connector.Host.Commands;

/// <summary>Looks whether the host's first address is free, or a host answers there already.</summary>
internal static class DoctorAddress
{
    private const string Subject = "Address";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<DoctorFinding> LookAsync(Engine engine, CancellationToken cancellationToken)
    {
        var urls = engine.Configuration["urls"];
        var url = string.IsNullOrWhiteSpace(urls) ? ServerSetup.DefaultUrl : urls.Split(';')[0].Trim();
        if (!Uri.TryCreate(Reachable(url), UriKind.Absolute, out var address))
        {
            return new DoctorFinding(
                DoctorStatus.Bad, Subject, $"{url} is not an address", "Write it like http://127.0.0.1:5080.");
        }

        if (IsFree(address.Port))
        {
            return new DoctorFinding(DoctorStatus.Good, Subject, $"{url} is free");
        }

        return await AnswersAsync(address, cancellationToken)
            ? new DoctorFinding(DoctorStatus.Good, Subject, $"a host answers at {url}")
            : new DoctorFinding(
                DoctorStatus.Bad,
                Subject,
                $"port {address.Port} is taken by another program",
                "Stop it, or choose another address: --urls http://127.0.0.1:5081");
    }

    // "All addresses" is written in ways that are no URI, such as http://*:5080.
    private static string Reachable(string url) => url
        .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new Uri(address, "/health/live"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
