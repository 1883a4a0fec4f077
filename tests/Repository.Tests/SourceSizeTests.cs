namespace Repository.Tests;

internal sealed class SourceSizeTests
{
    private const int MaxLines = 250;
    private const int MaxColumns = 120;

    [Test]
    public void No_source_file_is_longer_than_250_lines()
    {
        var violations = RepositoryTree.Sources
            .Select(path => (Path: path, Lines: RepositoryTree.ReadLines(path).Length))
            .Where(file => file.Lines > MaxLines)
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.That(RepositoryTree.Sources, Is.Not.Empty);
        Violations.AssertNone(violations);
    }

    [Test]
    public void No_source_line_is_wider_than_120_columns()
    {
        var violations = RepositoryTree.Sources.SelectMany(path => RepositoryTree.ReadLines(path)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(line => line.Line.Length > MaxColumns)
            .Select(line => $"{path}:{line.Number}: {line.Line.Length} columns"));

        Violations.AssertNone(violations);
    }
}
