using System.Globalization;

namespace Connector.Measurements;

/// <summary>What to measure, and how often.</summary>
/// <param name="Names">The measurements.</param>
/// <param name="Rounds">How often each side is measured.</param>
/// <param name="Sends">Messages in one round.</param>
/// <param name="Host">The folder of the host to start.</param>
internal sealed record MeasurementOptions(IReadOnlyList<string> Names, int Rounds, int Sends, string Host)
{
    public const string Usage = """
        Usage: Connector.Measurements [send-path] [plugins] [start] [options]
          --rounds N    how often each side is measured (default 9)
          --sends N     messages in one round of send-path (default 30000)
          --host PATH   the folder of a published host (default: the build's)
        """;

    private static readonly string[] All = ["send-path", "plugins", "start"];

    /// <returns><see langword="null"/> when the arguments make no sense.</returns>
    public static MeasurementOptions? TryParse(string[] args)
    {
        var options = new MeasurementOptions([], Rounds: 9, Sends: 30_000, RepositoryPaths.Host);
        for (var rest = args.AsSpan(); rest.Length > 0;)
        {
            var taken = All.Contains(rest[0]) ? 1 : 2;
            var more = taken == 1 ? options.WithName(rest[0]) : options.With(rest[0], rest.Length > 1 ? rest[1] : "");
            if (more is null)
            {
                return null;
            }

            options = more;
            rest = rest[taken..];
        }

        return options.Names is [] ? options with { Names = All } : options;
    }

    private MeasurementOptions WithName(string name) => this with { Names = [.. Names, name] };

    private MeasurementOptions? With(string option, string value) => option switch
    {
        "--rounds" when TryCount(value, out var count) => this with { Rounds = count },
        "--sends" when TryCount(value, out var count) => this with { Sends = count },
        "--host" when value.Length > 0 => this with { Host = Path.GetFullPath(value) },
        _ => null,
    };

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
}
