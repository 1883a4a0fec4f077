using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>What a managed DLL says of itself: identity, references, the attributes the host looks at.</summary>
internal sealed record AssemblyFacts
{
    private const string InformationalVersionAttribute =
        "System.Reflection.AssemblyInformationalVersionAttribute";

    private const string MetadataAttribute = "System.Reflection.AssemblyMetadataAttribute";
    private const string TargetFrameworkAttribute = "System.Runtime.Versioning.TargetFrameworkAttribute";
    private const string ReferenceAssemblyAttribute = "System.Runtime.CompilerServices.ReferenceAssemblyAttribute";
    private const string ContractVersionKey = "Connector.ContractVersion";

    public required string Name { get; init; }

    public required Version Version { get; init; }

    public required IReadOnlyList<AssemblyReferenceFact> References { get; init; }

    /// <summary>Without build metadata; <see langword="null"/> when the DLL has none.</summary>
    public string? InformationalVersion { get; private set; }

    /// <summary>The contract package that it was compiled with, as the package's build targets note it.</summary>
    public string? ContractVersion { get; private set; }

    /// <summary>Such as <c>.NETCoreApp,Version=v10.0</c>.</summary>
    public string? TargetFramework { get; private set; }

    public bool IsReferenceAssembly { get; private set; }

    public AssemblyReferenceFact? Find(string reference)
    {
        foreach (var candidate in References)
        {
            if (string.Equals(candidate.Name, reference, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        return null;
    }

    public static AssemblyFacts Read(MetadataReader metadata)
    {
        var definition = metadata.GetAssemblyDefinition();
        var facts = new AssemblyFacts
        {
            Name = metadata.GetString(definition.Name),
            Version = definition.Version,
            References = ReadReferences(metadata),
        };
        foreach (var handle in definition.GetCustomAttributes())
        {
            facts.Read(metadata, metadata.GetCustomAttribute(handle));
        }

        return facts;
    }

    private static AssemblyReferenceFact[] ReadReferences(MetadataReader metadata)
    {
        var references = new List<AssemblyReferenceFact>(metadata.AssemblyReferences.Count);
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            references.Add(new AssemblyReferenceFact(metadata.GetString(reference.Name), reference.Version));
        }

        return [.. references];
    }

    private void Read(MetadataReader metadata, CustomAttribute attribute)
    {
        switch (TypeNames.OfAttribute(metadata, attribute))
        {
            case InformationalVersionAttribute:
                InformationalVersion = ReadStrings(metadata, attribute, 1)[0]?.Split('+')[0];
                break;
            case TargetFrameworkAttribute:
                TargetFramework = ReadStrings(metadata, attribute, 1)[0];
                break;
            case MetadataAttribute when ReadStrings(metadata, attribute, 2) is [ContractVersionKey, var version]:
                ContractVersion = version;
                break;
            case ReferenceAssemblyAttribute:
                IsReferenceAssembly = true;
                break;
        }
    }

    private static string?[] ReadStrings(MetadataReader metadata, CustomAttribute attribute, int count)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        var values = new string?[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = blob.ReadSerializedString();
        }

        return values;
    }
}
