using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>Writes problems in the form in which MSBuild and editors recognise errors and warnings.</summary>
internal sealed class BuildReport(TextWriter output)
{
    private const string MismatchFix =
        "Change one of them, or set the property ConnectorConfigCheck to false when you bind it in a way of your own.";

    public bool HasErrors { get; private set; }

    public void Add(PluginProblem problem)
    {
        var isError = problem.Severity == PluginProblemSeverity.Error || problem.Code == BuildCodes.ContractCopy;
        var code = BuildCodes.Of(problem.Code);
        Write(BuildCodes.FileOf(code), isError, code, $"{problem.Code}: {problem.Cause} {problem.Fix}");
    }

    public void AddMismatch(string schema, string mismatch) =>
        Write(schema, isError: true, BuildCodes.SchemaMismatch, $"{mismatch} {MismatchFix}");

    private void Write(string file, bool isError, string code, string text)
    {
        HasErrors |= isError;
        output.WriteLine($"{file} : {(isError ? "error" : "warning")} {code}: {text.ReplaceLineEndings(" ")}");
    }
}
