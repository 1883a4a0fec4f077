namespace Connector.Host.Problems;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Pointer">
/// JSON Pointer (RFC 6901) into the request body, empty for the whole body; or a slash and the name of a parameter.
/// </param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ProblemError(string Pointer, string Message);
