using Connector.Measurements;
using Connector.Measurements.Chaos;
using Connector.Measurements.Consoles;
using Connector.Measurements.Load;
using Connector.Measurements.Plugins;
using Connector.Measurements.Replacing;
using Connector.Measurements.Reporting;
using Connector.Measurements.SendPath;
using Connector.Measurements.Start;

switch (args)
{
    case [Sink.Verb]:
        await Sink.RunAsync();
        return 0;
    case [PluginsChild.Verb, var settings]:
        await PluginsChild.RunAsync(settings);
        return 0;
    case [ChaosChild.Verb, var settings]:
        await ChaosChild.RunAsync(settings);
        return 0;
}

if (MeasurementOptions.TryParse(args) is not { } options)
{
    Console.Error.WriteLine(MeasurementOptions.Usage);
    return 2;
}

var figures = new List<Figure>();
foreach (var name in options.Names)
{
    using var progress = new ProgressLine(name);
    figures.AddRange(name switch
    {
        "send-path" => await SendPathMeasurement.RunAsync(options, progress),
        "plugins" => await PluginsMeasurement.RunAsync(options, progress),
        "accept" => await AcceptMeasurement.RunAsync(options, progress),
        "deliver" => await DeliverMeasurement.RunAsync(options, progress),
        "paced" => await PacedMeasurement.RunAsync(options, progress),
        "drain" => await DrainMeasurement.RunAsync(options, progress),
        "scale" => await ScaleMeasurement.RunAsync(options, progress),
        "chaos" => await ChaosMeasurement.RunAsync(options, progress),
        "replacements" => await ReplacementsMeasurement.RunAsync(options, progress),
        "consoles" => await ConsolesMeasurement.RunAsync(options, progress),
        "first-page" => await FirstPageMeasurement.RunAsync(options, progress),
        "hosts" => await HostsMeasurement.RunAsync(options, progress),
        _ => await StartMeasurement.RunAsync(options, progress),
    });
}

Console.WriteLine(Machine.Describe());
Console.WriteLine();
Summary.Write(figures, Console.Out);
return 0;
