namespace Connector.Abstractions;

/// <summary>One thing wrong, or doubtful, with a connector's configuration.</summary>
/// <param name="Pointer">
/// JSON Pointer (RFC 6901) to the value, such as <c>/templates/2/content</c>; empty for the whole configuration.
/// </param>
/// <param name="Message">What is wrong and how to mend it, for the person who wrote it. Never a secret's value.</param>
/// <param name="Severity">Whether a connector may run with it. Default <see cref="ConfigIssueSeverity.Error"/>.</param>
public sealed record ConfigIssue(
    string Pointer,
    string Message,
    ConfigIssueSeverity Severity = ConfigIssueSeverity.Error);
