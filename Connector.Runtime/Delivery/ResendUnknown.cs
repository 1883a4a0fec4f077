namespace Connector.Runtime.Delivery;

/// <summary>What happens to a message when nobody knows whether it left.</summary>
public enum ResendUnknown
{
    /// <summary>It is never sent again.</summary>
    Never = 0,

    /// <summary>It is sent again only when the provider says that it doesn't have it.</summary>
    AfterLookup = 1,

    /// <summary>
    /// It is sent again, unless the provider says that it has it: the recipient may get it twice, but gets it.
    /// </summary>
    Always = 2,
}
