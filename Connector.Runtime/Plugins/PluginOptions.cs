namespace Connector.Runtime.Plugins;

/// <summary>Where plugins are found and how long their code may take. Section <c>ConnectorHost:Plugins</c>.</summary>
public sealed class PluginOptions
{
    internal const int DefaultMaxThreads = 32;

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

    /// <summary>Which plugins of the operator's folder may run.</summary>
    /// <value>Default <see cref="PluginIntegrity.FirstUse"/>.</value>
    public PluginIntegrity Integrity { get; set; }

    /// <summary>The lock file, which names the builds that may run, absolute or relative to the content root.</summary>
    /// <value>
    /// Default <see langword="null"/>: <c>plugins.lock.json</c> in the content root, beside the settings.
    /// </value>
    public string? LockFile { get; set; }

    /// <summary>
    /// The list of builds, versions, plugins and keys that must not run any more, absolute or relative to the content
    /// root.
    /// </summary>
    /// <value>
    /// Default <see langword="null"/>: <c>plugins.revoked.json</c> in the content root. A missing file revokes nothing.
    /// </value>
    public string? RevocationsFile { get; set; }

    /// <summary>
    /// Public keys whose signatures count, by the name to show: base64 of a SubjectPublicKeyInfo on the curve P-256.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, string> TrustedKeys { get; set; } = new Dictionary<string, string>();

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

    /// <summary>Whether drops, replacements and removals count while the host runs.</summary>
    /// <value>
    /// Default <see langword="true"/>. Otherwise the host goes by what it found at its start until it restarts.
    /// </value>
    public bool Reload { get; set; } = true;

    /// <summary>
    /// How long a drop must not have changed before it is read. A slow copy that pauses longer is read in between,
    /// which does no harm: what is incomplete takes nothing's place.
    /// </summary>
    /// <value>Default 1 second.</value>
    public TimeSpan SettleTime
    {
        get => Pace.Settle;
        set => Pace = Pace with { Settle = value };
    }

    /// <summary>How soon a change in the plugin folder counts.</summary>
    internal WatchPace Pace { get; set; } = new();
}
