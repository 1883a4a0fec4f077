namespace Connector.Host.Api;

/// <summary>Whether the host runs or takes requests.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>starting</c> or <c>stopping</c>.</param>
internal sealed record HealthResponse(string Status);
