using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Tells apart what the runtime reports alike as "Bad IL format": a text file, a native library, half a file.
/// </summary>
internal static class ImageFaults
{
    public static string? Find(PEReader reader, byte[] content, out ImageKind kind)
    {
        kind = ImageKind.NotPortableExecutable;
        if (!StartsLikeOne(content))
        {
            return Describe(content);
        }

        kind = ImageKind.Corrupt;
        if (FindMissingEnd(reader.PEHeaders, content.Length) is { } fault)
        {
            return fault;
        }

        if (!reader.HasMetadata)
        {
            kind = ImageKind.Native;
            return "a native Windows DLL";
        }

        ReadEveryReference(reader.GetMetadataReader());
        kind = ImageKind.Managed;
        return null;
    }

    private static bool StartsLikeOne(byte[] content) => content is [(byte)'M', (byte)'Z', ..];

    private static string Describe(byte[] content) => content switch
    {
        [] => "an empty file",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a native Linux library (ELF)",
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] => "a native macOS library (Mach-O)",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive",
        _ => "neither a .NET nor a native DLL",
    };

    private static string? FindMissingEnd(PEHeaders headers, int length)
    {
        foreach (var section in headers.SectionHeaders)
        {
            var end = (long)section.PointerToRawData + section.SizeOfRawData;
            if (end > length)
            {
                return $"the file ends after {length} bytes, its header announces {end}";
            }
        }

        return null;
    }

    // Damage inside a file shows when its tables are read, and then as an exception.
    private static void ReadEveryReference(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeReferences)
        {
            metadata.GetString(metadata.GetTypeReference(handle).Name);
        }

        foreach (var handle in metadata.MemberReferences)
        {
            metadata.GetString(metadata.GetMemberReference(handle).Name);
        }

        foreach (var handle in metadata.TypeDefinitions)
        {
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods())
            {
                metadata.GetString(metadata.GetMethodDefinition(method).Name);
            }
        }
    }
}
