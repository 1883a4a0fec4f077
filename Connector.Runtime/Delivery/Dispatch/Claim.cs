namespace Connector.Runtime.Delivery;

/// <summary>What a host could take.</summary>
/// <param name="Rows">The messages it has now.</param>
/// <param name="NextIn">When there will be more; <see langword="null"/> when nothing waits.</param>
/// <param name="HeldBack">What keeps further ones back that are due.</param>
internal sealed record Claim(IReadOnlyList<ClaimedRow> Rows, TimeSpan? NextIn, HeldBack HeldBack = HeldBack.No);
