namespace Connector.Testing.Checks;

/// <summary>Calls a connector, which may block, hang or throw, without being harmed.</summary>
internal static class Call
{
    /// <summary>Makes a call on a thread of its own and waits for its end, but not for ever.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        var task = await StartAsync(call).WaitAsync(patience, cancellationToken);
        return await task.WaitAsync(patience, cancellationToken);
    }

    /// <summary>Makes a call on a thread of its own.</summary>
    /// <returns>Ends when the call has returned its task, whether that has ended or not.</returns>
    public static Task<Task<T>> StartAsync<T>(Func<Task<T>> call)
    {
        var returned = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => returned.SetResult(Invoke(call))) { IsBackground = true, Name = "Conformance" };
        thread.Start();
        return returned.Task;
    }

    /// <summary>Waits for a call's end whatever it is.</summary>
    /// <returns>What went wrong, in words; <see langword="null"/> when it ended well and in time.</returns>
    public static async Task<string?> TryAsync(Func<Task> call, TimeSpan patience)
    {
        try
        {
            await RunAsync(
                async () =>
                {
                    await call();
                    return true;
                },
                patience,
                CancellationToken.None);
            return null;
        }
        catch (TimeoutException)
        {
            return $"did not end within {patience.TotalSeconds:0.#} s";
        }
        catch (Exception error)
        {
            return $"threw {error.GetType().Name}: {error.Message}";
        }
    }

    // A call that throws before it returns a task is as good as one whose task has failed.
    private static Task<T> Invoke<T>(Func<Task<T>> call)
    {
        try
        {
            return call();
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }
}
