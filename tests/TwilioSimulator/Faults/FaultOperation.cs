namespace TwilioSimulator.Faults;

/// <summary>What a request does, for switches that hit only some requests.</summary>
public enum FaultOperation
{
    /// <summary>No resource of the simulator.</summary>
    None = 0,

    /// <summary>Creates a message.</summary>
    Create,

    /// <summary>Fetches one message.</summary>
    Fetch,

    /// <summary>Lists messages.</summary>
    List,

    /// <summary>Updates or deletes a message, or gives feedback.</summary>
    Change,

    /// <summary>Reads the account or its usage.</summary>
    Account,

    /// <summary>In a switch: every request.</summary>
    Any,
}
