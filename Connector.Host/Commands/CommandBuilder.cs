using System.CommandLine;
using System.Text;

namespace Connector.Host.Commands;

/// <summary>Gives every command the common options and the same way to run.</summary>
internal sealed class CommandBuilder(string[] settings)
{
    private readonly Option<bool> json = new("--json")
    {
        Description = "Print JSON, the same as the HTTP API's.",
        Recursive = true,
    };

    private readonly Option<bool> verbose = new("--verbose")
    {
        Description = "Print the engine's log to the error output.",
        Recursive = true,
    };

    public RootCommand Root(string description)
    {
        var root = new RootCommand(description) { json, verbose };
        HelpWithExamples.AddTo(root);
        return root;
    }

    /// <summary>Creates a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, for its help.</param>
    /// <param name="examples">Command lines that work, without the program's name.</param>
    /// <param name="run">What it does; the result is the exit code.</param>
    public Command Create(
        string name, string description, string[] examples, Func<CommandRun, CancellationToken, Task<int>> run)
    {
        var command = new ExampleCommand(name, description, examples);
        command.SetAction((arguments, cancellationToken) => run(Prepare(arguments), cancellationToken));
        return command;
    }

    private CommandRun Prepare(ParseResult arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var output = new CommandOutput(Console.Out, arguments.GetValue(json), isTerminal: !Console.IsOutputRedirected);
        return new CommandRun(arguments, settings, output, arguments.GetValue(verbose));
    }
}
