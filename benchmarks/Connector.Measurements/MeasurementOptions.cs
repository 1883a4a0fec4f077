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
        Usage: Connector.Measurements [name...] [options]
          names         send-path, plugins, start, accept, deliver, paced, drain, scale, hosts, chaos,
                        replacements, consoles, first-page (default: all)
          --rounds N    how often each side is measured (default 9; under load at most 3)
          --sends N     messages in one round of send-path (default 30000)
          --seconds N   for how long each load lasts (default 10)
          --quick       tiny loads that only show that everything runs
          --host PATH   the folder of a published host (default: the build's)
        """;

    private const string Quick = "--quick";

    private static readonly string[] All =
    [
        "send-path", "plugins", "start", "accept", "deliver", "paced", "drain", "scale", "hosts", "chaos",
        "replacements", "consoles", "first-page",
    ];

    /// <summary>For how long each load lasts, unless it is only to show that it runs.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Whether to show only that everything runs.</summary>
    public bool IsQuick { get; init; }

    public int LoadRounds => IsQuick ? 1 : Math.Min(Rounds, 3);

    public TimeSpan Duration => IsQuick ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(Seconds);

    /// <summary>Until the JIT has seen enough of every path to settle.</summary>
    public TimeSpan WarmUp => IsQuick ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(4);

    /// <summary>How long a backlog grows.</summary>
    public TimeSpan FillTime => Duration / 2;

    /// <summary>How many messages a big store has.</summary>
    public int Rows => IsQuick ? 1_000 : 1_000_000;

    /// <returns><see langword="null"/> when the arguments make no sense.</returns>
    public static MeasurementOptions? TryParse(string[] args)
    {
        var options = new MeasurementOptions([], Rounds: 9, Sends: 30_000, RepositoryPaths.Host);
        for (var rest = args.AsSpan(); rest.Length > 0;)
        {
            var isWord = All.Contains(rest[0]) || rest[0] == Quick;
            var taken = isWord ? 1 : 2;
            var more = isWord ? options.With(rest[0]) : options.With(rest[0], rest.Length > 1 ? rest[1] : "");
            if (more is null)
            {
                return null;
            }

            options = more;
            rest = rest[taken..];
        }

        return options.Names is [] ? options with { Names = All } : options;
    }

    private MeasurementOptions With(string word) =>
        word == Quick ? this with { IsQuick = true, Rounds = 1 } : this with { Names = [.. Names, word] };

    private MeasurementOptions? With(string option, string value) => option switch
    {
        "--rounds" when TryCount(value, out var count) => this with { Rounds = count },
        "--sends" when TryCount(value, out var count) => this with { Sends = count },
        "--seconds" when TryCount(value, out var count) => this with { Seconds = count },
        "--host" when value.Length > 0 => this with { Host = Path.GetFullPath(value) },
        _ => null,
    };

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
}
