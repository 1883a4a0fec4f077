using System.Text.Json;
using Connector.Abstractions;
using Connector.Measurements.Reporting;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Measurements.SendPath;

/// <summary>Sends through the Twilio plugin to a local sink, against a bare client's POST of the same bytes.</summary>
internal static class SendPathMeasurement
{
    // Until the JIT has seen enough of every path to settle.
    private const int WarmUpRounds = 2;

    private const string PluginId = "twilio-sms";

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        await using var sink = ChildProcess.StartSelf(Sink.Verb);
        var address = await sink.ReadLineAsync();
        using var data = new TemporaryFolder();
        using var host = EngineHost.Create(new
        {
            DataPath = data.Combine("data"),
            Plugins = new { Path = RepositoryPaths.BundledPlugins },
            Connectors = new { twilio = TwilioSettings.Connector(PluginId, address) },
        });
        await host.StartAsync();
        var senders = await CreateSendersAsync(host, address);
        var rounds = await RunRoundsAsync(senders, options, progress);
        await host.StopAsync();
        return Compare(rounds);
    }

    private static async Task<ISender[]> CreateSendersAsync(IHost host, string address)
    {
        var catalog = host.Services.GetRequiredService<PluginCatalog>();
        var plugin = await catalog.LoadAsync(PluginId, CancellationToken.None);
        using var recorder = new RecordingHandler();
        await new ConnectorSender(await CreateConnectorAsync(plugin, recorder, address)).SendAsync();
        return
        [
            new BareSender(new HttpClient(NewHandler()), recorder.Last!),
            new ConnectorSender(await CreateConnectorAsync(plugin, NewHandler(), address)),
            new EngineSender(host.Services.GetRequiredService<MessageService>()),
        ];
    }

    // As the engine makes it for each connector.
    private static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false };

    private static Task<ISmsConnector> CreateConnectorAsync(
        LoadedPlugin plugin, HttpMessageHandler handler, string address) =>
        plugin.CreateAsync(
            new ConnectorContext
            {
                ConnectorName = "twilio",
                Config = JsonSerializer.SerializeToElement(TwilioSettings.Config(address)),
                HttpClient = new HttpClient(handler),
                Logger = NullLogger.Instance,
                TimeProvider = TimeProvider.System,
                DataDirectory = Path.GetTempPath(),
            },
            CancellationToken.None);

    private static async Task<List<SendRound>[]> RunRoundsAsync(
        ISender[] senders, MeasurementOptions options, ProgressLine progress)
    {
        var rounds = Array.ConvertAll(senders, _ => new List<SendRound>());
        for (var round = 1 - WarmUpRounds; round <= options.Rounds; round++)
        {
            for (var i = 0; i < senders.Length; i++)
            {
                progress.Report(round, options.Rounds, senders[i].Name);
                var result = await SendLoad.RunAsync(senders[i], options.Sends);
                if (round > 0)
                {
                    rounds[i].Add(result);
                }
            }
        }

        return rounds;
    }

    private static List<Figure> Compare(List<SendRound>[] rounds)
    {
        var (bare, connector, engine) = (rounds[0], rounds[1], rounds[2]);
        return
        [
            Throughput("sends/s through the Twilio connector", connector, bare, "≥ 0.90"),
            Cpu("processor time/send, Twilio connector", connector, bare),
            Allocation("allocated bytes/send, Twilio connector", connector, bare),
            Throughput("sends/s through the whole engine", engine, bare, ""),
            Cpu("processor time/send, whole engine", engine, bare),
            Allocation("allocated bytes/send, whole engine", engine, bare),
        ];
    }

    private static Figure Throughput(string what, List<SendRound> measured, List<SendRound> bare, string aim) =>
        Compare(what, measured, bare, round => round.SendsPerSecond, "/s", aim);

    private static Figure Cpu(string what, List<SendRound> measured, List<SendRound> bare) =>
        Compare(what, measured, bare, round => round.CpuMicrosecondsPerSend, " µs", aim: "");

    private static Figure Allocation(string what, List<SendRound> measured, List<SendRound> bare) =>
        Compare(what, measured, bare, round => round.BytesPerSend, " B", aim: "");

    private static Figure Compare(
        string what,
        List<SendRound> measured,
        List<SendRound> against,
        Func<SendRound, double> value,
        string unit,
        string aim) => new(
            what,
            Statistics.Text(Statistics.Median(measured.Select(value)), "N0", unit),
            $"bare HttpClient: {Statistics.Text(Statistics.Median(against.Select(value)), "N0", unit)}",
            Statistics.Text(Statistics.MedianRatio(measured.Select(value), against.Select(value)), "0.00"),
            aim);
}
