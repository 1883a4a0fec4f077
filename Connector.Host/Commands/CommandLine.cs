using Connector.Host.Configuration;

namespace Connector.Host.Commands;

internal static class CommandLine
{
    public static Task<int> RunAsync(HostArguments arguments) => Task.FromResult(arguments.Command.Length);
}
