namespace Connector.Measurements.SendPath;

/// <summary>A way to bring one message to the sink.</summary>
internal interface ISender
{
    string Name { get; }

    /// <exception cref="InvalidOperationException">The sink did not accept the message.</exception>
    Task SendAsync();
}
