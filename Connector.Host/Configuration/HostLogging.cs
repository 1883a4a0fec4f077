namespace Connector.Host.Configuration;

internal static class HostLogging
{
    /// <summary>Logs to the console: one line per event with a UTC time, or JSON when configured so.</summary>
    public static void AddHostConsole(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.AddConsole();
    }
}
