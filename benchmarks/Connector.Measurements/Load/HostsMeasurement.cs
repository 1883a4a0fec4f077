using Connector.Measurements.Reporting;
using TestServers;

namespace Connector.Measurements.Load;

/// <summary>Two hosts on one PostgreSQL server, and with RabbitMQ, against one host.</summary>
internal static class HostsMeasurement
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        if (PostgresServer.Missing is { } missing)
        {
            return [new("hosts on PostgreSQL", missing)];
        }

        await using var server = await PostgresServer.StartAsync(CancellationToken.None);
        List<Figure> figures = [.. await CompareAsync("PostgreSQL", server, broker: null, options, progress)];
        if (RabbitMqServer.Missing is { } noBroker)
        {
            figures.Add(new("hosts on PostgreSQL and RabbitMQ", noBroker));
            return figures;
        }

        await using var broker = await RabbitMqServer.StartAsync(CancellationToken.None);
        figures.AddRange(await CompareAsync("PostgreSQL and RabbitMQ", server, broker, options, progress));
        return figures;
    }

    private static async Task<IEnumerable<Figure>> CompareAsync(
        string name, PostgresServer server, RabbitMqServer? broker, MeasurementOptions options, ProgressLine progress)
    {
        var one = await RunAsync(count: 1);
        var two = await RunAsync(count: 2);
        return
        [
            .. one.ToFigures($"one host, {name}", NoAim, NoAim),
            .. two.ToFigures(
                $"two hosts, {name}",
                Against(two.Accepted.PerSecond, one.Accepted.PerSecond),
                Against(two.DeliveredPerSecond, one.DeliveredPerSecond)),
        ];

        async Task<HostLoad> RunAsync(int count)
        {
            var database = await server.CreateDatabaseAsync();
            await using var installation = await Installation.StartAsync(options, count, folder => new LoadSettings
            {
                Folder = folder,
                Postgres = database,
                Broker = broker?.Uri.OriginalString,
            });
            return await HostLoad.RunAsync(installation, options, progress, $"{count} on {name}");
        }
    }

    private static Figure NoAim { get; } = new("", "");

    private static Figure Against(double two, double one) =>
        new("", "", $"one host: {HostLoad.PerSecond(one)}", Statistics.Text(two / one, "0.00"));
}
