using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Connectors;

public sealed class PluginUseReportTests
{
    [Test]
    public void A_plugin_that_fails_all_its_connectors_is_faulted_by_its_own_problem()
    {
        var (state, problems) = PluginUseReport.Judge(
            [Info("a", ConnectorState.Failed, "SETTING", "ACTIVATION_TIMEOUT"), Info("off", ConnectorState.Disabled)]);

        Assert.That(state, Is.EqualTo(PluginState.Faulted));
        Assert.That(problems, Is.EqualTo(new[]
        {
            new PluginProblem("ACTIVATION_TIMEOUT", PluginProblemSeverity.Error, "Connector a: Cause.", "Fix."),
        }));
    }

    [Test]
    public void A_plugin_without_a_serving_connector_is_degraded_with_an_error()
    {
        var (state, problems) = PluginUseReport.Judge(
            [Info("a", ConnectorState.Invalid, "CONFIG_INVALID"), Info("b", ConnectorState.Failed, "X")]);

        Assert.That(state, Is.EqualTo(PluginState.Degraded));
        Assert.That(problems.Select(problem => (problem.Code, problem.Severity)), Is.EqualTo(new[]
        {
            ("CONNECTOR_NOT_RUNNING", PluginProblemSeverity.Error),
            ("CONNECTOR_NOT_RUNNING", PluginProblemSeverity.Error),
        }));
    }

    [Test]
    public void A_plugin_that_serves_with_some_connectors_is_degraded_with_a_warning()
    {
        var (state, problems) = PluginUseReport.Judge(
            [Info("a", ConnectorState.Running), Info("b", ConnectorState.Failed, "X")]);

        Assert.That(
            (state, problems.Single().Severity),
            Is.EqualTo((PluginState.Degraded, PluginProblemSeverity.Warning)));
    }

    [TestCase(ConnectorState.Running, PluginState.Active)]
    [TestCase(ConnectorState.Disabled, PluginState.Disabled)]
    public void Connectors_that_all_fare_well_leave_no_problem(ConnectorState users, PluginState expected)
    {
        var (state, problems) = PluginUseReport.Judge([Info("a", users), Info("b", users)]);

        Assert.That((state, problems.Count), Is.EqualTo((expected, 0)));
    }

    private static ConnectorInfo Info(string name, ConnectorState state, params string[] codes) => new()
    {
        Name = name,
        PluginId = "test-sms",
        Enabled = state != ConnectorState.Disabled,
        Countries = [],
        Weight = 100,
        Priority = 0,
        Source = "Configuration",
        State = state,
        Problems = [.. codes.Select(code => new ConnectorProblem(code, "Cause.", "Fix."))],
        Config = default,
    };
}
