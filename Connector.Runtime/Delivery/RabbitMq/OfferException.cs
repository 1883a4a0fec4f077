namespace Connector.Runtime.Delivery;

/// <summary>The broker didn't confirm offers; some of them may have arrived. The message is safe to show.</summary>
internal sealed class OfferException(string message, Exception? cause = null) : Exception(message, cause);
