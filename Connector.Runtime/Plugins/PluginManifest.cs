namespace Connector.Runtime.Plugins;

/// <summary>What an author says about a plugin in <c>connector.json</c>. Read without running the plugin.</summary>
public sealed record PluginManifest
{
    /// <summary>The plugin's id, such as <c>twilio-sms</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it sends: <c>Sms</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Full name of the class that the host constructs.</summary>
    public required string EntryType { get; init; }

    /// <summary>Display name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>One or two sentences for a catalogue.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>File name of the logo.</summary>
    public required string Logo { get; init; }

    /// <summary>File name of the logo for dark backgrounds.</summary>
    public string? LogoDark { get; init; }

    /// <summary>File names of the guide, by language.</summary>
    public required LocalizedText Readme { get; init; }

    /// <summary>File name of the JSON Schema of the configuration.</summary>
    public required string ConfigSchema { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>Where to read more: an <c>https</c> address.</summary>
    public string? Homepage { get; init; }

    /// <summary>SPDX licence expression.</summary>
    public string? License { get; init; }
}
