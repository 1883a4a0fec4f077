using TwilioSimulator.Terminal;

namespace TwilioSimulator;

/// <summary>The stand-alone program. In a namespace, so that projects which reference it keep their own Program.</summary>
internal static class Program
{
    private const int UsageError = 2;

    private static async Task<int> Main(string[] args)
    {
        TwilioSimulatorOptions options;
        bool isQuiet;
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddEnvironmentVariables(CommandLineOptions.EnvironmentPrefix)
                .AddCommandLine(args)
                .Build();
            options = CommandLineOptions.Read(configuration);
            isQuiet = CommandLineOptions.IsQuiet(configuration);
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return UsageError;
        }

        if (!isQuiet)
        {
            options.MessageReceived = message => Console.WriteLine(PhoneScreen.Line(message));
        }

        await using var server = await TwilioSimulatorServer.StartAsync(options);
        Console.WriteLine(Guide.Text(options));
        Console.WriteLine(Guide.Example(options, server.Addresses.First()));
        await server.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }
}
