using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;

namespace Connector.Runtime;

/// <summary>Settings of the engine: section <c>ConnectorHost</c>.</summary>
public sealed class ConnectorRuntimeOptions
{
    /// <summary>Where relative paths in the settings begin.</summary>
    /// <value>The application's content root.</value>
    public string ContentRoot { get; set; } = "";

    /// <summary>Where the engine keeps what must last: staged plugins, connectors' data.</summary>
    /// <value><c>data</c>.</value>
    public string DataPath { get; set; } = "data";

    /// <summary>Where plugins come from.</summary>
    public PluginOptions Plugins { get; } = new();

    /// <summary>Settings for every message.</summary>
    public MessageOptions Messages { get; } = new();

    /// <summary>Where messages are kept.</summary>
    public StorageOptions Storage { get; } = new();

    /// <summary>How messages are delivered.</summary>
    public DeliveryOptions Delivery { get; } = new();

    /// <summary>Where, below the public address, the application takes delivery receipts.</summary>
    /// <value><c>/api/v1/callbacks</c>; the connector's name follows.</value>
    public string CallbackPath { get; set; } = "/api/v1/callbacks";

    /// <summary>
    /// Whether this engine only looks at what the hosts beside it do: it writes nothing to the database and delivers
    /// nothing.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IsObserver { get; set; }

    /// <summary>
    /// Names of the application's own settings beside the engine's; any further name is then an error.
    /// </summary>
    /// <value><see langword="null"/>: only names that look like a misspelt setting of the engine are errors.</value>
    public IReadOnlyList<string>? OtherSettings { get; set; }

    /// <summary><see cref="DataPath"/> as an absolute path.</summary>
    public string FullDataPath => Path.GetFullPath(DataPath, ContentRoot);
}
