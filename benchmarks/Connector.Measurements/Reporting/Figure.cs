namespace Connector.Measurements.Reporting;

/// <summary>One row of the results.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">With its unit.</param>
/// <param name="Against">What it is compared with, with its unit; empty when with nothing.</param>
/// <param name="Ratio">Measured to compared: a median over rounds.</param>
/// <param name="Aim">What is wanted; empty when nothing is.</param>
internal sealed record Figure(string What, string Measured, string Against = "", string Ratio = "", string Aim = "");
