namespace Connector.Measurements.Reporting;

/// <summary>One line that says how far a measurement is; separate lines where the console can't overwrite.</summary>
internal sealed class ProgressLine(string name) : IDisposable
{
    private int width;

    public void Report(int round, int rounds, string contender) => Report($"round {round}/{rounds}, {contender}");

    public void Report(string text)
    {
        var line = $"{name}: {text}";
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
            return;
        }

        Console.Error.Write($"\r{line.PadRight(width)}");
        width = line.Length;
    }

    public void Dispose()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{new string(' ', width)}\r");
        }
    }
}
