namespace Connector.Runtime.Delivery;

/// <summary>Why a message can't be sent again.</summary>
public enum ResendObstacle
{
    /// <summary>The host still works on it.</summary>
    NotEnded = 0,

    /// <summary>The provider took it, and nobody has said that it failed.</summary>
    Taken = 1,

    /// <summary>It was called back.</summary>
    Canceled = 2,

    /// <summary>Its time is over: nobody waits for its code any more.</summary>
    Expired = 3,

    /// <summary>Its number and code are erased, or are those of a message now that was sent in its place.</summary>
    Erased = 4,
}
