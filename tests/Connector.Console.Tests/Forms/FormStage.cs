using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Console.Tests.Forms;

/// <summary>A site of one page that shows a form of any schema, with the console's own styles and scripts.</summary>
internal sealed class FormStage : IAsyncDisposable
{
    private readonly WebApplication site;

    private FormStage(WebApplication site) => this.site = site;

    public Uri Address => new(site.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>What is shown, by name: the page's query names it.</summary>
    internal static ConcurrentDictionary<string, StagedForm> Forms { get; } = new(StringComparer.Ordinal);

    public static async Task<FormStage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "connector-host",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Services.AddLocalization();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var built = builder.Build();
        built.UseAntiforgery();
        built.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "connector-host.staticwebassets.endpoints.json"));
        built.MapRazorComponents<StageDocument>().AddInteractiveServerRenderMode();
        await built.StartAsync();
        return new FormStage(built);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
