namespace Connector.Measurements.Reporting;

/// <summary>Writes the results as a Markdown table, aligned for the console.</summary>
internal static class Summary
{
    private static readonly Figure Header = new("what", "measured", "against", "ratio", "aim");

    public static void Write(IReadOnlyList<Figure> figures, TextWriter output)
    {
        var rows = figures.Prepend(Header).Select(Cells).ToList();
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            output.WriteLine(Line(rows[i], widths));
            if (i == 0)
            {
                output.WriteLine(Line([.. widths.Select(width => new string('-', width))], widths));
            }
        }
    }

    private static string[] Cells(Figure figure) =>
        [figure.What, figure.Measured, figure.Against, figure.Ratio, figure.Aim];

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column])))} |";
}
