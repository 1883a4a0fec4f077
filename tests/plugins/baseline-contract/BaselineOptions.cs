using System.Collections.Generic;
using Connector.Abstractions.Templates;

namespace TestPlugins;

internal sealed class BaselineOptions
{
    public string? Account { get; set; }

    public required IReadOnlyList<SmsTemplate> Templates { get; set; }
}
