using System.Security.Cryptography;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What the database has kept of a message's number and code.</summary>
internal static class KeptContent
{
    /// <returns>
    /// <see langword="null"/> when it can't be read, because its keys are gone or it was altered; the log says so.
    /// </returns>
    public static (PhoneNumber Phone, MessageContent Content)? TryOpen(
        SealedData sealedData, byte[] content, string messageId, ILogger logger)
    {
        try
        {
            var opened = MessageContent.Deserialize(sealedData.OpenMessage(content));
            return (opened.Phone, opened);
        }
        catch (Exception error)
            when (error is CryptographicException or JsonException or ArgumentException or FormatException)
        {
            Log.ContentUnreadable(logger, messageId, error.GetType().Name);
            return null;
        }
    }
}
