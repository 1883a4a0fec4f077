namespace Connector.Host.Tests.Commands;

/// <summary>What a process left behind.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);
