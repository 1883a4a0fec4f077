namespace Connector.Runtime.Plugins;

/// <summary>A picture that a plugin brings.</summary>
/// <param name="FileName">The name in the manifest, such as <c>logo.svg</c>.</param>
/// <param name="MediaType"><c>image/svg+xml</c> or <c>image/png</c>.</param>
/// <param name="Content">The bytes. An SVG holds no script and refers to nothing outside itself.</param>
public sealed record PluginAsset(string FileName, string MediaType, ReadOnlyMemory<byte> Content);
