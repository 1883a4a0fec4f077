using Connector.Host.Commands;
using Connector.Host.Configuration;
using Connector.Host.Security;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Connector.Host.Startup;

/// <summary>Tells an operator why the host stops: what is wrong and what to do, never a stack trace.</summary>
internal static class ErrorReport
{
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Canceled;
        }
#pragma warning disable CA1031 // The end of the program: whatever is thrown becomes a text and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var report = Explain(exception);
            await Console.Error.WriteLineAsync(report.Text);
            return report.ExitCode;
        }
    }

    private static Report Explain(Exception exception) => exception switch
    {
        OptionsValidationException or AggregateException => ExplainSettings(exception),
        HostConfigurationException or ApiKeyFileException => Stop(ExitCode.Configuration, [exception.Message]),
        InvalidDataException or FormatException => Stop(ExitCode.Configuration, [Innermost(exception)]),
        ConnectorRequestException refused => new Report(ExitCode.Negative, Describe(refused)),
        PluginException refused => new Report(
            ExitCode.Negative, $"{refused.Problem.Code}: {refused.Problem.Cause} {refused.Problem.Fix}"),
        StorageException storage => Stop(ExitCode.Failure, [$"{storage.Message} {storage.Fix} [{storage.Code}]"]),
        IOException { InnerException: AddressInUseException } => Stop(
            ExitCode.Failure,
            [exception.Message, "Stop the other program, or choose another address: --urls=http://127.0.0.1:5081"]),
        IOException or UnauthorizedAccessException => Stop(ExitCode.Failure, [exception.Message]),
        _ => Unexpected(exception),
    };

    private static Report ExplainSettings(Exception exception)
    {
        var all = exception is AggregateException several ? several.Flatten().InnerExceptions : [exception];
        var invalid = all.OfType<OptionsValidationException>().ToList();
        return invalid.Count == all.Count
            ? Stop(ExitCode.Configuration, [.. invalid.SelectMany(one => one.Failures)])
            : Unexpected(exception);
    }

    /// <summary>A bug. Its stack is in no output; the type and message are what a report of it needs.</summary>
    private static Report Unexpected(Exception exception) =>
        Stop(ExitCode.Failure, [$"{exception.GetType().Name}: {exception.Message}"]);

    private static Report Stop(int exitCode, IReadOnlyList<string> reasons)
    {
        var lead = exitCode == ExitCode.Configuration ? "The settings can't be used:" : "The host can't go on:";
        return new Report(
            exitCode, string.Join(Environment.NewLine, reasons.Select(reason => $"  - {reason}").Prepend(lead)));
    }

    private static string Describe(ConnectorRequestException refused)
    {
        var issues = refused.Issues.Select(issue => $"  {issue.Pointer}: {issue.Message}");
        return string.Join(Environment.NewLine, issues.Prepend($"{refused.Title}: {refused.Message} [{refused.Code}]"));
    }

    /// <summary>A settings file that isn't JSON: the outer message names the file, the inner one the place.</summary>
    private static string Innermost(Exception exception) => exception.InnerException is { } inner
        ? $"{exception.Message} {Innermost(inner)}"
        : exception.Message;

    private sealed record Report(int ExitCode, string Text);
}
