using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Connector.Host.Tests.Api;

/// <summary>Takes a connector's requests, refuses them, and knows with which secret the last one came.</summary>
internal sealed class ProviderSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private string? secret;

    private ProviderSink()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            var header = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString());
            secret = Encoding.UTF8.GetString(Convert.FromBase64String(header.Parameter!)).Split(':')[1];
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
    }

    public string Address => app.Urls.Single();

    public static async Task<ProviderSink> StartAsync()
    {
        var sink = new ProviderSink();
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>The secret that a connector really uses.</summary>
    public async Task<string?> SecretOfAsync(HttpClient client, string connector)
    {
        using var sent = await client.PostJsonAsync(
            $"{StoredApi.Path}/{connector}/test", """{"phone":"+14155550123"}""");
        Assert.That((await sent.ReadJsonAsync()).Text("outcome"), Is.EqualTo("refused"));
        return secret;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
