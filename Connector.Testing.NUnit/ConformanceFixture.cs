using NUnit.Framework;

namespace Connector.Testing.NUnit;

/// <summary>
/// Runs every check of a connector as a test of its own. Derive a fixture for each connector:
/// <code>
/// [TestFixture]
/// internal sealed class ConformanceTests : ConformanceFixture&lt;ConformanceTests&gt;, IConformanceSource
/// {
///     public static ConnectorConformance Conformance { get; } =
///         ConnectorConformance.For&lt;AcmePlugin&gt;(new ConnectorUnderTest { … });
/// }
/// </code>
/// An assembly that names nothing else of NUnit needs the attribute, or the test adapter looks for no tests in it.
/// </summary>
/// <typeparam name="TSource">The fixture itself.</typeparam>
public abstract class ConformanceFixture<TSource>
    where TSource : IConformanceSource
{
    /// <summary>The tests: one per check.</summary>
    /// <returns>A case for each check, named after it.</returns>
    // NUnit finds the source of a fixture's tests only as a static member.
#pragma warning disable CA1000
    public static IEnumerable<TestCaseData> Checks() =>
        TSource.Conformance.Checks.Select(check => new TestCaseData(check).SetArgDisplayNames(check.Name));
#pragma warning restore CA1000

    /// <summary>Tries the connector.</summary>
    /// <param name="check">The check.</param>
    /// <returns>A task that ends with the check.</returns>
    [TestCaseSource(nameof(Checks))]
    public async Task Conforms(ConformanceCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var result = await check.RunAsync(TestContext.CurrentContext.CancellationToken);
        switch (result.Status)
        {
            case ConformanceStatus.Failed:
                Assert.Fail(result.ToString());
                break;
            case ConformanceStatus.Waived:
                Assert.Ignore(result.ToString());
                break;
            default:
                Assert.Pass(result.ToString());
                break;
        }
    }
}
