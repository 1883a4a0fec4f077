namespace Connector.Runtime.Connectors;

/// <summary>A message sent to see whether a configuration works.</summary>
public sealed record TestSendRequest
{
    /// <summary>The recipient in any international form, such as <c>+1 415 555 1212</c>.</summary>
    public required string Phone { get; init; }

    /// <summary>Which template to use.</summary>
    /// <value><c>Generic</c> unless set.</value>
    public string UsageType { get; init; } = "Generic";

    /// <summary>
    /// The language to test, a BCP 47 tag; <see langword="null"/> for the template without a language.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>The type's name only: the request holds a number.</summary>
    /// <returns><c>TestSendRequest</c>.</returns>
    public override string ToString() => nameof(TestSendRequest);
}
