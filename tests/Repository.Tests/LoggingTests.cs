namespace Repository.Tests;

internal sealed class LoggingTests
{
    private static readonly IReadOnlyList<string> ProductSources =
        [.. RepositoryTree.Sources.Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))];

    [Test]
    public void Log_messages_are_defined_in_log_files_only()
    {
        var violations = ProductSources
            .Where(path => !path.EndsWith("Log.cs", StringComparison.Ordinal))
            .Where(path => SourceRules.LoggerMessage().IsMatch(RepositoryTree.Read(path)));

        Assert.That(ProductSources, Is.Not.Empty);
        Violations.AssertNone(violations);
    }

    [Test]
    public void Nothing_is_logged_but_by_generated_methods()
    {
        var violations = ProductSources.Where(path => SourceRules.UngeneratedLog().IsMatch(RepositoryTree.Read(path)));

        Violations.AssertNone(violations);
    }

    [Test]
    public void Every_log_message_has_an_event_id_of_its_own()
    {
        var ids = ProductSources
            .SelectMany(path => SourceRules.LoggerMessage().Matches(RepositoryTree.Read(path)))
            .Select(match => match.Groups["id"].Value)
            .ToList();

        Assert.That(ids, Has.None.Empty);
        Assert.That(ids, Is.Unique);
    }
}
