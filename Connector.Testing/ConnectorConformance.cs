using System.Diagnostics.CodeAnalysis;
using Connector.Abstractions;
using Connector.Testing.Checks;

namespace Connector.Testing;

/// <summary>The rules that every connector keeps, applied to one connector. Thread-safe.</summary>
public sealed class ConnectorConformance
{
    private ConnectorConformance(Subject subject) =>
        Checks = [.. Rule.All.Select(rule => new ConformanceCheck(rule, subject))];

    /// <summary>The checks, from what can be read to what takes longest.</summary>
    public IReadOnlyList<ConformanceCheck> Checks { get; }

    /// <summary>Prepares the checks; runs nothing yet.</summary>
    /// <typeparam name="TPlugin">The plugin's entry type.</typeparam>
    /// <param name="connector">How to configure it and what its provider answers.</param>
    /// <returns>The checks.</returns>
    /// <exception cref="ArgumentException">
    /// <see cref="ConnectorUnderTest.Waived"/> names an unknown check or gives no reason.
    /// </exception>
    public static ConnectorConformance For<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TPlugin>(
        ConnectorUnderTest connector)
        where TPlugin : ISmsConnectorPlugin, new()
    {
        ArgumentNullException.ThrowIfNull(connector);
        foreach (var (name, reason) in connector.Waived)
        {
            if (!Rule.All.Any(rule => rule.Name == name) || string.IsNullOrWhiteSpace(reason))
            {
                throw new ArgumentException(
                    $"There is no check '{name}', or it is waived without a reason.", nameof(connector));
            }
        }

        return new ConnectorConformance(new Subject(typeof(TPlugin), connector));
    }

    /// <summary>Runs all checks, one after the other.</summary>
    /// <param name="cancellationToken">Fires when nobody waits for the report any more.</param>
    /// <returns>All results.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConformanceReport> RunAsync(CancellationToken cancellationToken = default)
    {
        List<ConformanceResult> results = [];
        foreach (var check in Checks)
        {
            results.Add(await check.RunAsync(cancellationToken));
        }

        return new ConformanceReport(results);
    }
}
