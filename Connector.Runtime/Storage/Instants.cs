namespace Connector.Runtime.Storage;

/// <summary>Instants in the database: milliseconds since 1970, UTC.</summary>
internal static class Instants
{
    public static long ToStored(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromStored(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);
}
