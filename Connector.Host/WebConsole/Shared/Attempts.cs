using Connector.Host.Problems;

namespace Connector.Host.WebConsole;

/// <summary>Does what a page asks for, and tells what went wrong as the API would: title, cause and fix.</summary>
internal sealed class Attempts(ILogger<Attempts> logger)
{
    /// <summary>Runs an action.</summary>
    /// <returns>The problem; <see langword="null"/> when there was none.</returns>
    public async Task<ApiProblem?> RunAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
            return null;
        }
        catch (Exception exception)
        {
            return PhraseBook.Say(Explain(exception));
        }
    }

    private ApiProblem Explain(Exception exception)
    {
        var problem = ProblemMapping.From(exception);
        if (problem != KnownProblems.InternalError)
        {
            return problem;
        }

        var trace = Guid.NewGuid().ToString("n");
        Log.RequestFailed(logger, exception, trace);
        return problem with { TraceId = trace };
    }
}
