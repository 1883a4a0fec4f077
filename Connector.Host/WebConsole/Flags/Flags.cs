using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using MissingFile = Microsoft.AspNetCore.Http.HttpResults.NotFound;

namespace Connector.Host.WebConsole;

/// <summary>
/// The flags of countries, drawn by the country-flag-icons project; not every system has some in its fonts.
/// </summary>
internal static class Flags
{
    private const string Folder = "flags/";
    private const string Kind = ".svg";

    // They change once in years.
    private const string Caching = "private, max-age=604800";

    private static readonly Assembly Files = typeof(Flags).Assembly;

    private static readonly FrozenSet<string> Regions = Files.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Kind.Length])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <returns><see langword="null"/> when there is none.</returns>
    public static string? AddressOf(string region) =>
        Regions.Contains(region) ? $"{ConsolePaths.Base}/{Folder}{region}{Kind}" : null;

    public static void MapFlags(this IEndpointRouteBuilder app) =>
        app.MapGet($"{ConsolePaths.Base}/{Folder}{{region}}{Kind}", Get)
            .RequireAuthorization(ConsoleSessions.Policy)
            .ExcludeFromDescription();

    private static Results<FileStreamHttpResult, MissingFile> Get(string region, HttpResponse response)
    {
        if (!Regions.Contains(region))
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = Caching;
        return TypedResults.File(Files.GetManifestResourceStream(Folder + region + Kind)!, "image/svg+xml");
    }
}
