namespace Connector.Host.Commands;

/// <summary>What making a key, or signing with one, has made.</summary>
/// <param name="Path">The private key's file, or the plugin that is signed.</param>
/// <param name="PublicKey">As it is written into <c>ConnectorHost:Plugins:TrustedKeys</c>.</param>
internal sealed record SigningReport(string Path, string PublicKey);
