using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Makes a Windows DLL without .NET metadata.</summary>
internal sealed class NativeDll : PEBuilder
{
    private NativeDll()
        : base(PEHeaderBuilder.CreateLibraryHeader(), deterministicIdProvider: null)
    {
    }

    public static byte[] Create()
    {
        var blob = new BlobBuilder();
        new NativeDll().Serialize(blob);
        return blob.ToArray();
    }

    protected override System.Collections.Immutable.ImmutableArray<Section> CreateSections() =>
        [new Section(".text", SectionCharacteristics.ContainsCode | SectionCharacteristics.MemExecute)];

    protected override BlobBuilder SerializeSection(string name, SectionLocation location)
    {
        var code = new BlobBuilder();
        code.WriteBytes(0xC3, 0x200);
        return code;
    }

    protected override PEDirectoriesBuilder GetDirectories() => new();
}
