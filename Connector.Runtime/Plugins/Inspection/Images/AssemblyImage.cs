using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Connector.Runtime.Plugins;

/// <summary>A DLL opened for reading its metadata. Nothing of it can run.</summary>
internal sealed class AssemblyImage : IDisposable
{
    private readonly PEReader? portableExecutable;
    private readonly MetadataReader? metadata;

    private AssemblyImage(PluginFile file, ImageKind kind, string? fault, PEReader? portableExecutable = null)
    {
        File = file;
        Kind = kind;
        Fault = fault;
        this.portableExecutable = portableExecutable;
        if (kind == ImageKind.Managed)
        {
            metadata = portableExecutable!.GetMetadataReader();
            Facts = AssemblyFacts.Read(metadata);
        }
    }

    public PluginFile File { get; }

    public ImageKind Kind { get; }

    /// <summary>Why it isn't a managed DLL.</summary>
    public string? Fault { get; }

    /// <summary>Name, references and attributes; only of a managed DLL.</summary>
    public AssemblyFacts Facts { get => field ?? throw NotManaged(); }

    public MetadataReader Metadata => metadata ?? throw NotManaged();

    public PEHeaders Headers => portableExecutable?.PEHeaders ?? throw NotManaged();

    public static AssemblyImage Open(PluginFile file)
    {
        PEReader? reader = null;
        try
        {
            reader = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(file.Content));
            var fault = ImageFaults.Find(reader, file.Content, out var kind);
            return new AssemblyImage(file, kind, fault, reader);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or OverflowException)
        {
            reader?.Dispose();
            return new AssemblyImage(file, ImageKind.Corrupt, e.Message);
        }
    }

    /// <summary>Reads an embedded resource.</summary>
    /// <param name="name">Its logical name.</param>
    /// <returns>The bytes, or <see langword="null"/> when there is none of that name.</returns>
    public byte[]? ReadResource(string name)
    {
        foreach (var handle in Metadata.ManifestResources)
        {
            var resource = Metadata.GetManifestResource(handle);
            if (resource.Implementation.IsNil && Metadata.StringComparer.Equals(resource.Name, name))
            {
                return ReadResource(resource.Offset);
            }
        }

        return null;
    }

    public void Dispose() => portableExecutable?.Dispose();

    private byte[]? ReadResource(long offset)
    {
        var directory = Headers.CorHeader!.ResourcesDirectory;
        try
        {
            var section = portableExecutable!.GetSectionData(directory.RelativeVirtualAddress);
            var reader = section.GetReader((int)offset, directory.Size - (int)offset);
            return reader.ReadBytes(reader.ReadInt32());
        }
        catch (Exception e) when (e is BadImageFormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private InvalidOperationException NotManaged() => new($"{File.Path} is {Kind}.");
}
