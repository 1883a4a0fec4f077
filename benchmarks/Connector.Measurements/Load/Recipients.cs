using System.Globalization;

namespace Connector.Measurements.Load;

/// <summary>Numbers that North America keeps free for fiction: valid, nobody's, and many. Thread-safe.</summary>
internal static class Recipients
{
    private static readonly int[] AreaCodes =
    [
        201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231,
        234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302,
    ];

    private static readonly string[] All =
    [
        .. AreaCodes.SelectMany(code => Enumerable.Range(100, 100).Select(line =>
            string.Create(CultureInfo.InvariantCulture, $"+1{code}5550{line}"))),
    ];

    private static int next;

    // A step that shares no factor with the count mixes the area codes.
    public static string Next() => All[(uint)Interlocked.Increment(ref next) * 2_017L % All.Length];
}
