using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using Connector.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>The host's own contract, as metadata: what a plugin may refer to and must implement. Thread-safe.</summary>
internal sealed class ContractMetadata
{
    private readonly MetadataReader metadata;
    private readonly Dictionary<string, TypeDefinitionHandle> types = [];
    private readonly ConcurrentDictionary<string, HashSet<string>> membersByType = new();

    private ContractMetadata(MetadataReader metadata, Assembly assembly)
    {
        this.metadata = metadata;
        var name = assembly.GetName();
        Name = name.Name!;
        Version = name.Version!;
        PackageVersion = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        foreach (var handle in metadata.TypeDefinitions)
        {
            types[TypeNames.Of(metadata, handle)] = handle;
        }
    }

    /// <summary>Simple name of the contract's assembly.</summary>
    public string Name { get; }

    public Version Version { get; }

    /// <summary>Version of the package, such as <c>1.2.0</c>; the assembly's only tells the major.</summary>
    public string PackageVersion { get; }

    public static unsafe ContractMetadata OfHost()
    {
        var assembly = typeof(ISmsConnector).Assembly;
        // Read where the runtime has it, for in a single-file host there is no file; it is never unloaded.
        return assembly.TryGetRawMetadata(out var start, out var length)
            ? new ContractMetadata(new MetadataReader(start, length), assembly)
            : throw new InvalidOperationException("The runtime keeps no metadata of the contract.");
    }

    public bool HasType(string type) => types.ContainsKey(type);

    /// <summary>Looks a member up in a type and the contract types that it derives from.</summary>
    /// <param name="type">Full name of a contract type.</param>
    /// <param name="signature">As <see cref="SignatureText"/> spells it.</param>
    /// <returns>Whether it is there, or may be inherited from a type outside the contract.</returns>
    public bool HasMember(string type, string signature)
    {
        for (string? current = type; current is not null; current = BaseOf(current))
        {
            if (!types.ContainsKey(current))
            {
                return !current.StartsWith("System.", StringComparison.Ordinal);
            }

            if (membersByType.GetOrAdd(current, ReadMembers).Contains(signature))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an implementation of a contract interface must have: its members without a body.</summary>
    /// <param name="type">Full name of a contract interface.</param>
    /// <returns>Signatures by the interface that declares them, inherited interfaces included.</returns>
    public IEnumerable<(string Interface, string Signature)> RequiredMembers(string type)
    {
        if (!types.TryGetValue(type, out var handle))
        {
            yield break;
        }

        var definition = metadata.GetTypeDefinition(handle);
        foreach (var method in definition.GetMethods())
        {
            var candidate = metadata.GetMethodDefinition(method);
            if (candidate.Attributes.HasFlag(MethodAttributes.Abstract))
            {
                yield return (type, SignatureText.Of(metadata, candidate));
            }
        }

        foreach (var implementation in definition.GetInterfaceImplementations())
        {
            var inherited = TypeNames.Of(metadata, metadata.GetInterfaceImplementation(implementation).Interface);
            foreach (var member in RequiredMembers(inherited ?? ""))
            {
                yield return member;
            }
        }
    }

    private string? BaseOf(string type)
    {
        var baseType = metadata.GetTypeDefinition(types[type]).BaseType;
        return baseType.IsNil ? null : TypeNames.Of(metadata, baseType);
    }

    private HashSet<string> ReadMembers(string type)
    {
        var definition = metadata.GetTypeDefinition(types[type]);
        var members = new HashSet<string>();
        foreach (var handle in definition.GetMethods())
        {
            members.Add(SignatureText.Of(metadata, metadata.GetMethodDefinition(handle)));
        }

        foreach (var handle in definition.GetFields())
        {
            members.Add(SignatureText.Of(metadata, metadata.GetFieldDefinition(handle)));
        }

        return members;
    }
}
