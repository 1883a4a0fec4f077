namespace Connector.Runtime.Plugins;

/// <summary>The kinds of pictures that the host shows.</summary>
internal static class PictureType
{
    public const string Svg = "image/svg+xml";
    public const string Png = "image/png";

    public static string? Of(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".svg" => Svg,
        ".png" => Png,
        _ => null,
    };
}
