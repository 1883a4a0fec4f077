namespace Connector.Runtime.Plugins;

/// <summary>Where plugins are found and how long their code may take. Section <c>ConnectorHost:Plugins</c>.</summary>
public sealed class PluginOptions
{
    /// <summary>
    /// The folder that the operator drops plugins into, absolute or relative to the content root.
    /// </summary>
    /// <value>
    /// Default <see langword="null"/>: <c>plugins</c> under the content root, created when missing. A folder named here
    /// must exist; a missing one is reported among the plugins.
    /// </value>
    public string? Path { get; set; }

    /// <summary>The folder of the host's own plugins, usually beside its binaries.</summary>
    /// <value>Default <see langword="null"/>: none. The operator's folder wins when both hold one plugin.</value>
    public string? BundledPath { get; set; }

    /// <summary>How long a plugin's constructor, and each creation of a connector, may take.</summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many threads of the host one plugin may block at a time; 1 to 1000.</summary>
    /// <value>Default 32. They exist only while there is work for them.</value>
    public int MaxThreads { get; set; } = DefaultMaxThreads;

    /// <summary>
    /// The program that runs connectors in processes of their own, and its arguments; one more follows. It hands that
    /// one to <see cref="Isolation.ConnectorWorker.RunAsync"/> and does nothing else.
    /// </summary>
    /// <value>Default empty: such connectors can't be had. Not a setting: an application knows its program.</value>
    public IReadOnlyList<string> WorkerCommand { get; set; } = [];

    internal const int DefaultMaxThreads = 32;
}
