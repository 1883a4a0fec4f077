using System.CommandLine;

namespace Connector.Host.Commands;

/// <summary>A command whose help ends with command lines that work.</summary>
internal sealed class ExampleCommand(string name, string description, IReadOnlyList<string> examples)
    : Command(name, description)
{
    /// <summary>Command lines without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
