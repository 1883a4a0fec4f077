using Connector.Runtime.Plugins;

namespace Connector.Host.Api;

/// <summary>An installed plugin. Texts are in the language that <c>Accept-Language</c> asks for.</summary>
internal sealed record PluginResponse
{
    /// <summary>From the manifest, such as <c>twilio-sms</c>; missing when no manifest could be read.</summary>
    public string? Id { get; init; }

    /// <summary>The plugin's version.</summary>
    public string? Version { get; init; }

    /// <summary>What the plugin can do now.</summary>
    public required PluginState State { get; init; }

    /// <summary>The most severe problem, such as <c>CONTRACT_TOO_NEW</c>; missing when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>What was dropped: a folder, a DLL or a zip.</summary>
    public required string Path { get; init; }

    /// <summary><c>sha256:</c> and the hash over all files of the plugin.</summary>
    public string? Hash { get; init; }

    /// <summary>The trusted key that has signed it, by its name in the settings; missing when none has.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Address of the logo on this host.</summary>
    public string? Logo { get; init; }

    /// <summary>Address of the logo for dark backgrounds, when there is one.</summary>
    public string? LogoDark { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Homepage { get; init; }

    /// <summary>SPDX licence expression.</summary>
    public string? License { get; init; }

    /// <summary>Everything that is wrong, most severe first.</summary>
    public required IReadOnlyList<PluginProblem> Problems { get; init; }

    /// <param name="plugin">The plugin.</param>
    /// <param name="language">An <c>Accept-Language</c> header.</param>
    /// <param name="plugins">
    /// The address of the list of plugins; <see langword="null"/> where there is no server.
    /// </param>
    public static PluginResponse From(InstalledPlugin plugin, string? language, string? plugins)
    {
        var problem = plugin.Problems.Count > 0 ? plugin.Problems[0] : null;
        var address = plugins is null ? null : $"{plugins}/{plugin.Id}";
        return new PluginResponse
        {
            Id = plugin.Id,
            Version = plugin.Version,
            State = plugin.State,
            Code = problem?.Code,
            Cause = problem?.Cause,
            Fix = problem?.Fix,
            Path = plugin.Path,
            Hash = plugin.Hash,
            SignedBy = plugin.SignedBy,
            Name = plugin.Manifest?.Name.Localize(language),
            Description = plugin.Manifest?.Description.Localize(language),
            Logo = plugin.Logo is null || address is null ? null : $"{address}/logo",
            LogoDark = plugin.LogoDark is null || address is null ? null : $"{address}/logo?theme=dark",
            Author = plugin.Manifest?.Author,
            Homepage = plugin.Manifest?.Homepage,
            License = plugin.Manifest?.License,
            Problems = plugin.Problems,
        };
    }
}
