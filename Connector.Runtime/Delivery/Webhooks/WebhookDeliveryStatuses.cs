namespace Connector.Runtime.Delivery;

/// <summary>What the statuses of deliveries are called outside.</summary>
public static class WebhookDeliveryStatuses
{
    /// <summary>The names of all statuses.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<WebhookDeliveryStatus>().Select(NameOf)];

    /// <summary>Reads a name as callers write it.</summary>
    /// <param name="name">Such as <c>pending</c>; exact.</param>
    /// <returns><see langword="null"/> for a name that is none.</returns>
    public static WebhookDeliveryStatus? Parse(string name) =>
        Names.ToList().IndexOf(name) is >= 0 and var index ? (WebhookDeliveryStatus)index : null;

    internal static string NameOf(WebhookDeliveryStatus status) => status switch
    {
        WebhookDeliveryStatus.Pending => "pending",
        WebhookDeliveryStatus.Delivered => "delivered",
        WebhookDeliveryStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };
}
