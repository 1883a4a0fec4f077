using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

/// <summary>A config type as a connector author writes it.</summary>
internal sealed class SampleConfig
{
    public required string AccountSID { get; set; }

    public int MaxBodyBytes { get; set; }

    public IList<SmsTemplate> Templates { get; set; } = [];
}
