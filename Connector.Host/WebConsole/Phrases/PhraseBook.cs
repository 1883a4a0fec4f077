using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Connector.Host.Problems;

namespace Connector.Host.WebConsole;

/// <summary>
/// Says in the page's language what the engine, the API and logs say in English. What is not in the book, such as a
/// plugin's own words, stays as it is. Thread-safe.
/// </summary>
internal static partial class PhraseBook
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Phrase>> Books = new();

    /// <summary>Says one or more sentences.</summary>
    public static string Say(string text)
    {
        var book = Books.GetOrAdd(ConsoleLanguages.Current, Read);
        return book.Count == 0 ? text : Find(book, text) ?? SaySentences(book, text);
    }

    /// <summary>Says a problem: its code and its places stay.</summary>
    public static ApiProblem Say(ApiProblem problem) => problem with
    {
        Title = Say(problem.Title),
        Detail = problem.Detail is null ? null : Say(problem.Detail),
        Errors = problem.Errors is null
            ? null
            : [.. problem.Errors.Select(error => error with { Message = Say(error.Message) })],
    };

    private static string SaySentences(IReadOnlyList<Phrase> book, string text) =>
        string.Join(' ', SentenceEnd().Split(text).Select(sentence => Find(book, sentence) ?? sentence));

    private static string? Find(IReadOnlyList<Phrase> book, string text) =>
        book.Select(phrase => phrase.TrySay(text)).FirstOrDefault(said => said is not null);

    private static IReadOnlyList<Phrase> Read(string language)
    {
        var texts = new ResourceManager(typeof(PhraseText));
        var translations = language == ConsoleLanguages.Default
            ? null
            : texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return translations is null
            ? []
            : [.. translations.Cast<DictionaryEntry>()
                .Select(entry => new Phrase((string)entry.Key, (string)entry.Value!))
                .OrderByDescending(phrase => phrase.Length)];
    }

    [GeneratedRegex(@"(?<=[.?!]) ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
