namespace Connector.Runtime.Plugins;

/// <summary>Another assembly that a DLL was compiled with.</summary>
internal sealed record AssemblyReferenceFact(string Name, Version Version);
