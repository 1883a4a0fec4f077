using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>How a webhook's secret is replaced.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RotateSecretRequest
{
    /// <summary>
    /// How long the former secret signs beside the new one, such as <c>1.00:00:00</c> for a day, up to 7 days; a day
    /// when missing.
    /// </summary>
    public TimeSpan? KeepOldFor { get; init; }
}
