namespace Connector.Runtime.Plugins;

/// <summary>What the bytes of a <c>.dll</c> really are.</summary>
internal enum ImageKind
{
    NotPortableExecutable,
    Native,
    Corrupt,
    Managed,
}
