using System.Globalization;

namespace Connector.Measurements.Reporting;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Round by round, so that what slows the whole machine for a while slows both sides.</summary>
    public static double MedianRatio(IEnumerable<double> measured, IEnumerable<double> against) =>
        Median(measured.Zip(against, (one, other) => one / other));

    public static string Text(double value, string format, string unit = "") =>
        value.ToString(format, CultureInfo.InvariantCulture) + unit;
}
