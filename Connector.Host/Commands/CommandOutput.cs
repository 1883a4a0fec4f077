using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Connector.Host.Commands;

/// <summary>
/// Prints what a command found: as JSON for programs, or as tables, which are plain text outside a terminal.
/// </summary>
internal sealed class CommandOutput
{
    // Wide enough that nothing wraps: a line per row is what other programs can read.
    private const int RedirectedWidth = 4_000;

    private readonly TextWriter writer;
    private readonly IAnsiConsole console;
    private readonly bool isTerminal;

    public CommandOutput(TextWriter writer, bool isJson, bool isTerminal)
    {
        this.writer = writer;
        this.isTerminal = isTerminal;
        IsJson = isJson;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }
    }

    /// <summary>Whether a program reads the output.</summary>
    public bool IsJson { get; }

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => writer.WriteLine(JsonSerializer.Serialize(value, type));

    public void WriteLine(string text = "") => writer.WriteLine(text);

    /// <summary>What is wrong with one thing, set off from what comes before.</summary>
    public void WriteProblem(string heading, string cause, string fix)
    {
        writer.WriteLine();
        writer.WriteLine(heading);
        writer.WriteLine($"  Cause: {cause}");
        writer.WriteLine($"  Fix:   {fix}");
    }

    /// <summary>Prints one name and value a line; a missing value prints nothing.</summary>
    public void WriteFields(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                grid.AddRow(new Text(name), new Text(value));
            }
        }

        Write(grid);
    }

    public void WriteTable(string[] headers, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(isTerminal ? TableBorder.Rounded : TableBorder.None);
        table.AddColumns([.. headers.Select(header => new TableColumn(new Text(header)))]);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(table);
    }

    private void Write(IRenderable renderable)
    {
        if (isTerminal)
        {
            console.Write(renderable);
            return;
        }

        // Rendered tables pad their last column.
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var lines = Segment.SplitLines(renderable.Render(options, RedirectedWidth));
        foreach (var line in lines)
        {
            writer.WriteLine(string.Concat(line.Select(segment => segment.Text)).TrimEnd());
        }
    }
}
