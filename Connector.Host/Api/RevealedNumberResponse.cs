namespace Connector.Host.Api;

/// <summary>To whom a message went.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="To">The full number, E.164.</param>
internal sealed record RevealedNumberResponse(string Id, string To)
{
    // A record would print the number.
    public override string ToString() => Id;
}
