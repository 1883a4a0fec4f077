namespace Connector.Testing.NUnit;

/// <summary>Says which connector a <see cref="ConformanceFixture{TSource}"/> tries, and how.</summary>
public interface IConformanceSource
{
    /// <summary>The checks.</summary>
    static abstract ConnectorConformance Conformance { get; }
}
