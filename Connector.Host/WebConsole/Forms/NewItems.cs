using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>What a new row or form begins with.</summary>
internal static class NewItems
{
    public static JsonNode? Of(FormField field) => field switch
    {
        { Default.ValueKind: not JsonValueKind.Undefined } => JsonValues.NodeOf(field.Default),
        { Kind: FieldKind.Text or FieldKind.LongText } => JsonValue.Create(""),
        { Kind: FieldKind.Switch } => JsonValue.Create(false),
        { Kind: FieldKind.Group or FieldKind.Map } => new JsonObject(),
        { Kind: FieldKind.List or FieldKind.Choices or FieldKind.Templates } => new JsonArray(),
        { Kind: FieldKind.Choice, Choices: [var single] } => JsonValues.NodeOf(single.Value),
        _ => null,
    };
}
