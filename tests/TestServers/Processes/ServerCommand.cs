namespace TestServers.Processes;

/// <summary>What to run, and the name of the signal that ends it when nobody is left to ask.</summary>
internal sealed record ServerCommand(ServerFolder Folder, string Name, string LastSignal, IReadOnlyList<string> Words)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string Log => Path.Combine(Folder.Path, $"{Name}.log");
}
