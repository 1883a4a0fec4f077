using System.Globalization;

namespace FaultTests;

/// <summary>What the scenarios run with.</summary>
internal static class Modes
{
    public static IReadOnlyList<Mode> All { get; } = Enum.GetValues<Mode>();

    /// <summary>Those that several hosts can share.</summary>
    public static IReadOnlyList<Mode> Shared { get; } = [Mode.Postgres, Mode.PostgresRabbitMq];

    /// <summary>How often a kill loop kills; more by the environment variable <c>FAULT_KILLS</c>.</summary>
    public static int Kills { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("FAULT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;
}
