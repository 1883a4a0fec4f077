using System.Net.Http.Headers;
using System.Text;

namespace TwilioSimulator.Tests;

/// <summary>A simulator and a client that speaks to it over real HTTP.</summary>
internal sealed class Session : IAsyncDisposable
{
    public const string Service = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Sender = "+15005550006";
    public const string Recipient = "+14155552671";

    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseProxy = false };

    private Session(TwilioSimulatorServer server)
    {
        Server = server;
        Http = new HttpClient(handler) { BaseAddress = server.BaseAddress };
        SignIn(server.Options.AccountSid, server.Options.AuthToken);
    }

    public TwilioSimulatorServer Server { get; }

    public HttpClient Http { get; }

    public string AccountPath => $"/2010-04-01/Accounts/{Server.Options.AccountSid}";

    public string MessagesPath => $"{AccountPath}/Messages.json";

    /// <summary>Starts a simulator whose statuses only move when a test says so.</summary>
    public static async Task<Session> StartAsync(Action<TwilioSimulatorOptions>? configure = null)
    {
        var options = new TwilioSimulatorOptions { StatusPace = null };
        configure?.Invoke(options);
        var server = await TwilioSimulatorServer.StartAsync(options, TestContext.CurrentContext.CancellationToken);
        return new Session(server);
    }

    public void SignIn(string user, string password) =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>Sends to a recipient from an owned number, with further or other fields.</summary>
    public Task<Answer> SendAsync(string to = Recipient, params (string Name, string Value)[] more) =>
        PostAsync(MessagesPath, [("To", to), ("From", Sender), ("Body", "Your code is 123456"), .. more]);

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var content = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return RequestAsync(HttpMethod.Post, path, content);
    }

    public Task<Answer> GetAsync(string path) => RequestAsync(HttpMethod.Get, path, content: null);

    public Task<Answer> DeleteAsync(string path) => RequestAsync(HttpMethod.Delete, path, content: null);

    public Task<Answer> ControlAsync(string path, string json) =>
        RequestAsync(HttpMethod.Post, $"/_control/{path}", new StringContent(json));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    private async Task<Answer> RequestAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await Http.SendAsync(request, TestContext.CurrentContext.CancellationToken);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            (int)response.StatusCode,
            text,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)));
    }
}
