using System.Buffers.Binary;
using System.IO.Compression;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Makes zips, honest and hostile.</summary>
internal static class TestZip
{
    public static byte[] OfFolder(string folder) =>
        Of([.. Directory.EnumerateFiles(folder).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file), 0))]);

    public static byte[] Of(params (string Name, byte[] Content, int Attributes)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, attributes) in entries)
            {
                var entry = archive.CreateEntry(name);
                entry.ExternalAttributes = attributes;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A zip whose directory lies about the length of its one entry, which has a thousand bytes.</summary>
    /// <param name="length">The length to announce.</param>
    /// <returns>The zip.</returns>
    public static byte[] Announcing(int length)
    {
        const int LengthInCentralHeader = 24;
        var zip = Of(("acme.dll", new byte[1000], 0));
        var central = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(central + LengthInCentralHeader), length);
        return zip;
    }
}
