namespace Connector.Host.WebConsole;

/// <summary>The console's scripts, styles and pictures.</summary>
internal static class ConsoleAssets
{
    /// <summary>Where they are once the host is published; a build knows by itself.</summary>
    public static string WebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static void UseConsoleAssets(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();

        // Meant for files that change while they are served, it would answer for every address.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
    }

    public static void MapConsoleAssets(this IEndpointRouteBuilder app)
    {
        var program = app.ServiceProvider.GetRequiredService<IHostEnvironment>().ApplicationName;
        var manifest = Path.Combine(AppContext.BaseDirectory, $"{program}.staticwebassets.endpoints.json");

        // Embedded in another program, the host serves its API; the files are beside the executable only.
        if (File.Exists(manifest))
        {
            app.MapStaticAssets(manifest).Add(file => file.Metadata.Add(new ExcludeFromDescriptionAttribute()));
        }
    }
}
