using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Host.Documentation;

/// <summary>Shows a request that works for every route that reads a body.</summary>
internal sealed class RequestExamples : IOpenApiOperationTransformer
{
    // 555-01xx numbers are reserved for examples.
    private static readonly Dictionary<string, string> ByOperation = new(StringComparer.Ordinal)
    {
        ["SendMessage"] = """
            {
              "to": "+14155550123", "usageType": "SignIn",
              "payload": {"code": "123456", "locale": "en"}, "connector": "sandbox"
            }
            """,
        ["ResendMessage"] = """{"connector": "sandbox"}""",
        ["CreateWebhook"] = """{"url": "https://example.com/sms-events", "events": ["message.delivered"]}""",
        ["ChangeWebhook"] = """{"events": [], "enabled": true}""",
        ["CreateKey"] = """{"name": "web shop", "permissions": []}""",
        ["RotateWebhookSecret"] = """{"keepOldFor": "1.00:00:00"}""",
        ["PreviewTemplate"] = """{"content": "Your code is {{code}}.", "payload": {"code": "123456"}}""",
        ["ValidateConfig"] = """{"config": {}}""",
        ["TestPlugin"] = """{"phone": "+14155550123", "config": {}, "usageType": "Generic", "locale": "en"}""",
        ["CreateConnector"] = """
            {
              "name": "sandbox-spain", "plugin": "sandbox", "countries": ["ES"], "priority": 1,
              "config": {"templates": [{"usageType": "Generic", "content": "{{code}} es tu código."}]}
            }
            """,
        ["ChangeConnector"] = """{"enabled": true, "weight": 50, "config": {"keepMessages": 100}}""",
        ["RollBackConnector"] = """{"revision": 1}""",
        ["TestConnector"] = """{"phone": "+14155550123", "usageType": "Generic", "locale": "en"}""",
    };

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is { } id
            && ByOperation.TryGetValue(id, out var example)
            && operation.RequestBody?.Content is { } content)
        {
            foreach (var mediaType in content.Values)
            {
                mediaType.Example = JsonNode.Parse(example);
            }
        }

        return Task.CompletedTask;
    }
}
