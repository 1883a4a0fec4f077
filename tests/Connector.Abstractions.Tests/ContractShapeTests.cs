using System.Reflection;

namespace Connector.Abstractions.Tests;

internal sealed class ContractShapeTests
{
    private static readonly Assembly Contract = typeof(ISmsConnector).Assembly;

    [Test]
    public void The_contract_references_the_base_library_and_logging_abstractions_only()
    {
        var references = Contract.GetReferencedAssemblies().Select(reference => reference.Name).ToList();

        Assert.That(references, Does.Contain("System.Runtime"));
        Assert.That(
            references.Where(name => !name!.StartsWith("System.", StringComparison.Ordinal)),
            Is.SubsetOf(new[] { "Microsoft.Extensions.Logging.Abstractions" }));
    }

    [Test]
    public void No_public_type_can_be_inherited_from_outside()
    {
        var open = Contract.GetExportedTypes()
            .Where(type => !type.IsSealed && !type.IsInterface && !IsClosedSet(type));

        Assert.That(open, Is.Empty);
    }

    [Test]
    public void No_public_field_or_setter_lets_a_value_change()
    {
        var mutable = Contract.GetExportedTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter));

        Assert.That(mutable.Select(property => $"{property.DeclaringType}.{property.Name}"), Is.Empty);
        Assert.That(
            Contract.GetExportedTypes().Where(type => !type.IsEnum).SelectMany(type => type.GetFields()),
            Is.Empty);
    }

    [Test]
    public void Every_asynchronous_member_of_an_interface_ends_with_a_cancellation_token()
    {
        var methods = Contract.GetExportedTypes().Where(type => type.IsInterface).SelectMany(type => type.GetMethods());
        var asynchronous = methods.Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();

        Assert.That(asynchronous, Is.Not.Empty);
        Assert.That(
            asynchronous.Where(method => method.GetParameters()[^1].ParameterType != typeof(CancellationToken)),
            Is.Empty);
    }

    [Test]
    public void The_assembly_is_named_by_the_major_version_only()
    {
        var version = Contract.GetName().Version!;

        Assert.That((version.Minor, version.Build, version.Revision), Is.EqualTo((0, 0, 0)));
        Assert.That(version.Major, Is.Positive);
    }

    [Test]
    public void The_package_has_the_major_version_of_the_assembly()
    {
        var package = Contract.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.That(Version.Parse(package.Split('+', '-')[0]).Major, Is.EqualTo(Contract.GetName().Version!.Major));
    }

    private static bool IsClosedSet(Type type) =>
        type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .All(constructor => constructor.IsPrivate || IsCopy(constructor, type));

    // A record's copy constructor: of use to those only who have an instance of the type already.
    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var original] && original.ParameterType == type;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
