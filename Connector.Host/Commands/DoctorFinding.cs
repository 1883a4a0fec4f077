namespace Connector.Host.Commands;

/// <summary>One thing that <c>doctor</c> looked at.</summary>
/// <param name="Status">How it is.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do about it, when something is wrong.</param>
internal sealed record DoctorFinding(DoctorStatus Status, string Subject, string Detail, string? Fix = null);
