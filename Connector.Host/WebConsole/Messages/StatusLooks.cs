namespace Connector.Host.WebConsole;

/// <summary>Whether a status is good news.</summary>
internal static class StatusLooks
{
    public static string ClassOf(string status) => status switch
    {
        "delivered" => "good",
        "undelivered" or "refused" or "failed" or "expired" => "bad",
        "unknown" => "warn",
        _ => "",
    };
}
