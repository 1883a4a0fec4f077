using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Host.Commands;
using Connector.Host.Problems;
using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;

namespace Connector.Host.Api;

/// <summary>
/// The JSON of the API, generated at build time: strict when reading, without empty members when writing.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnum<PluginState>),
        typeof(CamelCaseEnum<PluginProblemSeverity>),
        typeof(CamelCaseEnum<PluginLockChange>),
        typeof(CamelCaseEnum<ConnectorState>),
        typeof(CamelCaseEnum<ConnectorIsolation>),
        typeof(CamelCaseEnum<BreakerState>),
        typeof(CamelCaseEnum<ConnectorAction>),
        typeof(CamelCaseEnum<ConfigIssueSeverity>),
        typeof(CamelCaseEnum<RefusalReason>),
        typeof(CamelCaseEnum<SmsEncoding>),
        typeof(CamelCaseEnum<DoctorStatus>),
    ])]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(IReadOnlyList<PluginResponse>))]
[JsonSerializable(typeof(IReadOnlyList<PluginLockEntry>))]
[JsonSerializable(typeof(SigningReport))]
[JsonSerializable(typeof(IReadOnlyList<ConnectorResponse>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(CreateConnectorRequest))]
[JsonSerializable(typeof(ChangeConnectorRequest))]
[JsonSerializable(typeof(RollBackConnectorRequest))]
[JsonSerializable(typeof(IReadOnlyList<ConnectorRevision>))]
[JsonSerializable(typeof(IReadOnlyList<InboxMessageResponse>))]
[JsonSerializable(typeof(ValidateConfigRequest))]
[JsonSerializable(typeof(ConfigCheckResponse))]
[JsonSerializable(typeof(TestPluginRequest))]
[JsonSerializable(typeof(TestConnectorRequest))]
[JsonSerializable(typeof(TestSendResponse))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(ResendMessageRequest))]
[JsonSerializable(typeof(MessageResult))]
[JsonSerializable(typeof(IReadOnlyList<MessageResult>))]
[JsonSerializable(typeof(StatisticsResponse))]
[JsonSerializable(typeof(UsageResponse))]
[JsonSerializable(typeof(CreateWebhookRequest))]
[JsonSerializable(typeof(ChangeWebhookRequest))]
[JsonSerializable(typeof(RotateSecretRequest))]
[JsonSerializable(typeof(IReadOnlyList<Webhook>))]
[JsonSerializable(typeof(IReadOnlyList<WebhookDelivery>))]
[JsonSerializable(typeof(WebhookTestResult))]
[JsonSerializable(typeof(RevealedNumberResponse))]
[JsonSerializable(typeof(CreateKeyRequest))]
[JsonSerializable(typeof(IReadOnlyList<ApiKeyResponse>))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
[JsonSerializable(typeof(PreviewTemplateRequest))]
[JsonSerializable(typeof(PreviewTemplateResponse))]
[JsonSerializable(typeof(IReadOnlyList<DoctorFinding>))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
