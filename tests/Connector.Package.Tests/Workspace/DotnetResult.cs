namespace Connector.Package.Tests.Workspace;

internal sealed record DotnetResult(int ExitCode, string Output);
