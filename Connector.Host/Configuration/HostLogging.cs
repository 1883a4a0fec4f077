using Microsoft.Extensions.Logging.Console;

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

        // It logs a failed start with the whole stack; the error report says what is wrong and what to do.
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    /// <summary>Keeps a command's standard output free for its answer.</summary>
    /// <param name="logging">The logging of a command.</param>
    /// <param name="verbose">Whether the operator wants the log at all: the answer has every problem in it.</param>
    public static void SendToErrorOutput(this ILoggingBuilder logging, bool verbose)
    {
        logging.Services.Configure<ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (!verbose)
        {
            logging.ClearProviders();
        }
    }
}
