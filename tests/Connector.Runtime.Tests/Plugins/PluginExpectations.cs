using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>What every reported problem owes its reader.</summary>
internal static class PluginExpectations
{
    /// <summary>
    /// Checks state and code of the first problem, and that the cause names the culprit and a fix is given.
    /// </summary>
    /// <param name="plugin">The plugin as listed.</param>
    /// <param name="state">Expected state.</param>
    /// <param name="code">Expected code of the first problem.</param>
    /// <param name="culprits">What the cause must name.</param>
    public static void ShouldBe(
        this InstalledPlugin plugin, PluginState state, string code, params string[] culprits) =>
        Check(plugin, state, PluginProblemSeverity.Error, code, culprits);

    /// <summary>Checks that a plugin serves in spite of one warning.</summary>
    /// <param name="plugin">The plugin as listed.</param>
    /// <param name="code">Expected code of the first problem.</param>
    /// <param name="culprits">What the cause must name.</param>
    public static void ShouldServeWithWarning(this InstalledPlugin plugin, string code, params string[] culprits) =>
        Check(plugin, PluginState.Available, PluginProblemSeverity.Warning, code, culprits);

    /// <summary>Awaits a call that must fail with a plugin's problem.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The exception.</returns>
    public static async Task<PluginException> FailureOfAsync(Func<Task> call) =>
        await Assert.ThrowsAsync<PluginException>(async () => await call())
        ?? throw new InvalidOperationException("No exception.");

    private static void Check(
        InstalledPlugin plugin, PluginState state, PluginProblemSeverity severity, string code, string[] culprits)
    {
        Assert.That(plugin.Problems, Is.Not.Empty);
        var problem = plugin.Problems[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.State, Is.EqualTo(state), problem.ToString());
            Assert.That(problem.Code, Is.EqualTo(code), problem.ToString());
            Assert.That(problem.Severity, Is.EqualTo(severity));
            Assert.That(problem.Fix, Is.Not.Empty);
            Assert.That(problem.Cause, Is.Not.Empty);
            foreach (var culprit in culprits)
            {
                Assert.That(problem.Cause, Does.Contain(culprit));
            }
        }
    }
}
