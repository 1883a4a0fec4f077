using TwilioSimulator.Terminal;

namespace TwilioSimulator;

/// <summary>The stand-alone program; in a namespace, so that projects which reference it keep their own.</summary>
internal static class Program
{
    private const int UsageError = 2;
    private const int AddressError = 1;

    private static async Task<int> Main(string[] args)
    {
        TwilioSimulatorOptions options;
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddEnvironmentVariables(CommandLineOptions.EnvironmentPrefix)
                .AddCommandLine(args)
                .Build();
            options = CommandLineOptions.Read(configuration);
            if (!CommandLineOptions.IsQuiet(configuration))
            {
                options.MessageReceived = message => Console.WriteLine(PhoneScreen.Line(message));
            }
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return UsageError;
        }

        return await RunAsync(options);
    }

    private static async Task<int> RunAsync(TwilioSimulatorOptions options)
    {
        try
        {
            await using var server = await TwilioSimulatorServer.StartAsync(options);
            Console.WriteLine(Guide.Text(options));
            Console.WriteLine(Guide.Example(options, server.Addresses.First()));
            await server.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"Cannot listen: {exception.Message} Choose another with --urls.");
            return AddressError;
        }
    }
}
