using System.Text;

namespace Connector.Host.Tests.Development;

/// <summary>What an author reads on the console, to be waited for.</summary>
internal sealed class ToldLines : TextWriter
{
    // A build of a project is slow where other builds run.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        lock (gate)
        {
            lines.Add(value ?? "");
            next.TrySetResult();
            next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits for a line, and forgets it and those before it.</summary>
    public async Task<string> UntilAsync(string text)
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                var at = lines.FindIndex(line => line.Contains(text, StringComparison.Ordinal));
                if (at >= 0)
                {
                    var found = lines[at];
                    lines.RemoveRange(0, at + 1);
                    return found;
                }

                waiting = next.Task;
            }

            try
            {
                await waiting.WaitAsync(Limit);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"'{text}' was not told, but: {string.Join('\n', lines)}", e);
            }
        }
    }
}
