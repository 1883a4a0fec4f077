using Connector.Host.Problems;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>What a connector's provider said was spent, or why it didn't.</summary>
/// <param name="Report">What it said; <see langword="null"/> when it can't be asked any more.</param>
/// <param name="Problem">Why it said nothing.</param>
public sealed record SpendAnswer(ConnectorUsageReport? Report, ApiProblem? Problem);
