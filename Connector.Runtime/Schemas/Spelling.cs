namespace Connector.Runtime.Schemas;

/// <summary>Finds what a person probably meant to write.</summary>
internal static class Spelling
{
    private const int MaxLength = 64;

    /// <summary>A sentence that asks whether the nearest known word was meant; empty when none is near.</summary>
    public static string Suggestion(string word, IEnumerable<string> known) =>
        Closest(word, known) is { } closest ? $" Did you mean {closest}?" : "";

    /// <summary>The most similar known word, or <see langword="null"/> when none is near.</summary>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return null;
        }

        var best = known
            .Where(candidate => candidate.Length <= MaxLength)
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? best.candidate : null;
    }

    // Levenshtein distance, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
