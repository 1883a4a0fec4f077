using System.Text.Json.Serialization;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Isolation;

/// <summary>How everything between host and worker is written. Both are of one build, so names may change.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(PhoneNumberJson), typeof(IPAddressJson)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkerFrame))]
[JsonSerializable(typeof(WorkerSetup))]
[JsonSerializable(typeof(WorkerMessage))]
[JsonSerializable(typeof(WorkerOutcome))]
[JsonSerializable(typeof(WorkerReading))]
[JsonSerializable(typeof(WorkerFault))]
[JsonSerializable(typeof(WorkerLogEntry))]
[JsonSerializable(typeof(ConfigIssue[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(ReceiptRequest))]
[JsonSerializable(typeof(InboxMessage[]))]
[JsonSerializable(typeof(CredentialCheckResult))]
[JsonSerializable(typeof(UsageReport))]
internal sealed partial class WorkerJson : JsonSerializerContext;
