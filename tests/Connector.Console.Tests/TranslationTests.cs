using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Collections;

namespace Connector.Console.Tests;

internal sealed class TranslationTests
{
    private static readonly Assembly Host = Assembly.Load("connector-host");

    private static IEnumerable<string> Resources() => Host.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length]);

    [Test]
    public void There_are_texts() => Assert.That(Resources(), Is.Not.Empty);

    [TestCaseSource(nameof(Resources))]
    public void Every_text_is_there_in_every_language(string resource)
    {
        var english = Read(resource, CultureInfo.InvariantCulture);
        var spanish = Read(resource, CultureInfo.GetCultureInfo("es"));

        Assert.That(spanish.Keys, Is.EquivalentTo(english.Keys));
    }

    [TestCaseSource(nameof(Resources))]
    public void Translations_have_the_same_placeholders(string resource)
    {
        var english = Read(resource, CultureInfo.InvariantCulture);
        var spanish = Read(resource, CultureInfo.GetCultureInfo("es"));

        Assert.That(spanish.Where(text => Holes(text.Value) != Holes(english[text.Key])), Is.Empty);
    }

    private static Dictionary<string, string> Read(string resource, CultureInfo language)
    {
        var texts = new ResourceManager(resource, Host);
        var set = texts.GetResourceSet(language, createIfNotExists: true, tryParents: false);
        Assert.That(set, Is.Not.Null, $"{resource} is there in '{language.Name}'");
        return set!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string Holes(string text) =>
        string.Join(',', Enumerable.Range(0, 10).Where(hole => text.Contains($"{{{hole}}}", StringComparison.Ordinal)));
}
