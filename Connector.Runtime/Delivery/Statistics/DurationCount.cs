namespace Connector.Runtime.Delivery;

/// <summary>How many attempts of a connector took about as long.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Microseconds">How long, rounded down to two digits.</param>
/// <param name="IsRefusedLogin">Whether the provider did not accept the credentials.</param>
/// <param name="Count">How many.</param>
internal sealed record DurationCount(string Connector, long Microseconds, bool IsRefusedLogin, long Count);
