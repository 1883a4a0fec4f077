using System.Text.Json.Nodes;
using Connector.Abstractions;

namespace Connector.Console.Tests.Forms;

/// <summary>What a page shows.</summary>
internal sealed record StagedForm(string Schema, string Value, params ConfigIssue[] Issues)
{
    public JsonObject Edited { get; } = Schemas.Parse(Value);

    public bool IsReadOnly { get; init; }
}
