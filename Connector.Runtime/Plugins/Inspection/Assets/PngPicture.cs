using System.Buffers.Binary;

namespace Connector.Runtime.Plugins;

/// <summary>Tells whether bytes are a whole PNG.</summary>
internal static class PngPicture
{
    private const int FrameLength = 12;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static string? FindFault(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
        {
            return "it is no PNG";
        }

        var rest = content[Signature.Length..];
        var isFirst = true;
        while (rest.Length >= FrameLength)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest.Slice(4, 4);
            if (length > rest.Length - FrameLength)
            {
                break;
            }

            if (isFirst && !(type.SequenceEqual("IHDR"u8) && HasSize(rest[8..])))
            {
                return "its header is broken";
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return null;
            }

            isFirst = false;
            rest = rest[(FrameLength + (int)length)..];
        }

        return "it ends too early";
    }

    private static bool HasSize(ReadOnlySpan<byte> header) =>
        header.Length >= 8
        && BinaryPrimitives.ReadUInt32BigEndian(header) > 0
        && BinaryPrimitives.ReadUInt32BigEndian(header[4..]) > 0;
}
