using System.Globalization;
using System.Runtime.InteropServices;

namespace Connector.Measurements.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string LinuxCpuInfo = "/proc/cpuinfo";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {Cpu()}; {RuntimeInformation.OSDescription}; .NET {Environment.Version}");

    private static string Cpu()
    {
        if (!File.Exists(LinuxCpuInfo))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.OSArchitecture}";
        }

        var model = File.ReadLines(LinuxCpuInfo)
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return model?.Split(':', 2)[1].Trim() ?? $"{RuntimeInformation.OSArchitecture}";
    }
}
