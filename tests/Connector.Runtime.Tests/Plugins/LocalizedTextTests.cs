using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = new(
        [new("en", "Hello"), new("es", "Hola"), new("pt-BR", "Oi"), new("zh-Hant", "你好")]);

    [TestCase(null, "Hello")]
    [TestCase("", "Hello")]
    [TestCase("es", "Hola")]
    [TestCase("ES-mx", "Hola")]
    [TestCase("fr, es;q=0.5, en;q=0.7", "Hello")]
    [TestCase("fr;q=0.9, es;q=0.8", "Hola")]
    [TestCase("es;q=0, fr", "Hello")]
    [TestCase("es;q=nonsense", "Hello")]
    [TestCase("pt", "Hello")]
    [TestCase("zh-Hant-TW", "你好")]
    [TestCase(";;,,*;q=0.1", "Hello")]
    public void The_most_wanted_language_there_is_wins_and_english_is_the_last_resort(
        string? wanted, string expected) =>
        Assert.That(Text.Localize(wanted), Is.EqualTo(expected));
}
