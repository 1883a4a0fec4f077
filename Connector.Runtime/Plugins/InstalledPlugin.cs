namespace Connector.Runtime.Plugins;

/// <summary>A plugin as found in a plugin folder. An immutable snapshot; reading it never runs plugin code.</summary>
public sealed record InstalledPlugin
{
    /// <summary>From the manifest; <see langword="null"/> when none could be read.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// The DLL's informational version without build metadata; <see langword="null"/> when it couldn't be read.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>What it can do now.</summary>
    public required PluginState State { get; init; }

    /// <summary>Everything wrong with it, most severe first; empty when nothing is.</summary>
    public IReadOnlyList<PluginProblem> Problems { get; init; } = [];

    /// <summary>Absolute path of what the operator dropped: a folder, a DLL or a zip.</summary>
    public required string Path { get; init; }

    /// <summary><c>sha256:</c> and the hash over all files' paths and contents, alike on every platform.</summary>
    public string? Hash { get; init; }

    /// <summary>What its author says; <see langword="null"/> when the manifest is missing or invalid.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>The JSON Schema of its configuration.</summary>
    public string? ConfigSchemaJson { get; init; }

    /// <summary>The logo; <see langword="null"/> when it is broken.</summary>
    public PluginAsset? Logo { get; init; }

    /// <summary>The logo for dark backgrounds, when there is one.</summary>
    public PluginAsset? LogoDark { get; init; }

    /// <summary>
    /// The trusted key that has signed it, by its name in the settings; <see langword="null"/> when none has.
    /// </summary>
    public string? SignedBy { get; init; }

    /// <summary>What a signature is checked by.</summary>
    internal PluginEvidence? Evidence { get; init; }

    /// <summary>The guide's Markdown by language.</summary>
    internal LocalizedText? Readmes { get; init; }

    /// <summary>One object for each time that its files were read, so that a second try of the same is told.</summary>
    internal object Reading { get; init; } = new();

    /// <summary>Whether it may be loaded, as far as inspection and trust tell.</summary>
    internal bool IsUsable => State == PluginState.Available && StagedAssembly is not null;

    /// <summary>Where its code is loaded from; <see langword="null"/> when it must not be loaded.</summary>
    internal string? StagedAssembly { get; init; }

    /// <summary>Whether it came with the host; the operator's folder holds the others.</summary>
    public bool IsBundled { get; init; }

    /// <summary>Picks the guide a person can read.</summary>
    /// <param name="acceptLanguage">An <c>Accept-Language</c> header or one tag; English when nothing fits.</param>
    /// <returns>Markdown, or <see langword="null"/> when there is none.</returns>
    public string? Readme(string? acceptLanguage) => Readmes?.Localize(acceptLanguage);

    /// <summary>Short, for messages: the guides and the schema would fill pages.</summary>
    /// <returns>Id, version and state.</returns>
    public override string ToString() => $"{Id ?? Path} {Version} {State}";

    internal InstalledPlugin With(PluginState state, IReadOnlyList<PluginProblem> problems) =>
        this with { State = state, Problems = problems };
}
