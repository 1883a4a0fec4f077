namespace Connector.Host.Commands;

/// <summary>What a command needs an engine for.</summary>
internal enum EngineUse
{
    /// <summary>To look at plugins, connectors and messages: the host's database is only read.</summary>
    Look,

    /// <summary>As <see cref="Look"/>, also when the database can't be read.</summary>
    Inspect,

    /// <summary>To look at the plugins folder or change it: nothing is started, and no plugin code runs.</summary>
    Files,

    /// <summary>
    /// To look at plugins that lie elsewhere, as <see cref="Files"/>, with a data folder of its own that is gone at the
    /// end.
    /// </summary>
    Inspection,

    /// <summary>To send: messages go through a database of their own, which the command deletes at its end.</summary>
    Send,
}
