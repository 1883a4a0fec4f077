namespace Connector.Testing.Rigs;

/// <summary>What a <see cref="ConnectorRig"/> gives its connector.</summary>
public sealed class ConnectorRigOptions
{
    /// <summary>How long the client waits for an answer.</summary>
    /// <value>30 seconds, as in a host.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>For checks: a disposal that throws or hangs is the business of one of them only.</summary>
    internal TimeSpan? DisposalLimit { get; init; }

    internal HttpClient CreateHttpClient()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        return new HttpClient(handler) { Timeout = Timeout };
    }
}
