namespace Connector.Runtime.Plugins;

/// <summary>A logo must be a real picture that is safe to show. Without one the plugin serves all the same.</summary>
internal sealed class LogoCheck : IPluginCheck
{
    public const int MaxBytes = 256 * 1024;

    public void Run(PluginInspection inspection)
    {
        if (inspection.Manifest is { } manifest)
        {
            inspection.Logo = Read(inspection, manifest.Logo);
            inspection.LogoDark = manifest.LogoDark is { } dark ? Read(inspection, dark) : null;
        }
    }

    private static PluginAsset? Read(PluginInspection inspection, string fileName)
    {
        var content = inspection.Main!.ReadResource(ConnectorResource.Asset(fileName));
        var type = PictureType.Of(fileName)!;
        var fault = FindFault(content, type);
        if (fault is null)
        {
            return new PluginAsset(fileName, type, content);
        }

        inspection.Problems.Add(
            ProblemKinds.LogoBroken,
            $"The logo '{fileName}' can't be shown: {fault}.",
            "The author should embed a PNG, or an SVG without script and references, of at most 256 KiB.");
        return null;
    }

    private static string? FindFault(byte[]? content, string type) => content switch
    {
        null => "the DLL doesn't embed it",
        { Length: > MaxBytes } => $"it has {content.Length / 1024} KiB",
        _ when type == PictureType.Png => PngPicture.FindFault(content),
        _ => SvgPicture.FindFault(content),
    };
}
