using Connector.Measurements.Load;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Tests;

internal sealed class LoadTests
{
    [Test]
    public async Task The_smallest_load_runs_to_its_figures()
    {
        var options = MeasurementOptions.TryParse(["accept", "--quick"])!;
        using var progress = new ProgressLine("accept");

        var figures = await AcceptMeasurement.RunAsync(options, progress);

        Assert.That(figures.Where(figure => figure.Aim == "≥ 0.5").Select(figure => figure.Ratio), Has.Some.Not.Empty);
    }

    [TestCase("--quick", "0")]
    [TestCase("--seconds")]
    [TestCase("--seconds", "0")]
    [TestCase("unheard-of")]
    public void Arguments_that_make_no_sense_are_refused(params string[] arguments) =>
        Assert.That(MeasurementOptions.TryParse(arguments), Is.Null);
}
