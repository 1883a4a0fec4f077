namespace Connector.Benchmarks;

/// <summary>A text by the name that the results show.</summary>
public sealed record Sms(string Name, string Text)
{
    public override string ToString() => Name;
}
