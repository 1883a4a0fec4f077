namespace Connector.Runtime.Plugins;

/// <summary>One file that <c>plugin.json</c> lists.</summary>
internal sealed record ListedFile(string Path, string Sha256);
