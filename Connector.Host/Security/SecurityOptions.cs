namespace Connector.Host.Security;

/// <summary>The section <c>ConnectorHost:Security</c>.</summary>
internal sealed class SecurityOptions
{
    public const string Section = "ConnectorHost:Security";

    /// <summary>The fewest characters of <see cref="BootstrapKey"/>.</summary>
    public const int MinKeyLength = 24;

    /// <summary>An API key that is valid for as long as it is configured; it is stored nowhere.</summary>
    /// <value><see langword="null"/>: the host creates a key at its first start and prints it once.</value>
    public string? BootstrapKey { get; set; }
}
