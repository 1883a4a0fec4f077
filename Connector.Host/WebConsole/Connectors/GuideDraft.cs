using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>What has been typed into a guide.</summary>
internal sealed record GuideDraft(string Name, JsonObject Config, TestInput Test)
{
    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(GuideDraft);
}
