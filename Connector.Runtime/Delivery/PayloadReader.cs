using System.Collections.ObjectModel;
using System.Net;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Reads the payload of a request, and says everything that is wrong with it at once.</summary>
internal sealed class PayloadReader(JsonElement payload)
{
    private const int MaxTextLength = 1_600;
    private const int MaxVariables = 100;

    private static readonly string[] TextMembers = ["code", "link", "locale", "uiLocales"];

    private readonly List<ConfigIssue> issues = [];

    /// <exception cref="ConnectorRequestException">The payload can't be used.</exception>
    public SmsPayload Read(UsageType usageType, IPAddress? clientIp, SmsDelivery delivery)
    {
        if (payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            issues.Add(new ConfigIssue("/payload", "payload must be an object, such as {\"code\": \"123456\"}."));
        }

        var result = new SmsPayload
        {
            Code = ReadText("code"),
            Link = ReadText("link"),
            Locale = ReadText("locale"),
            UiLocales = ReadText("uiLocales"),
            Variables = ReadVariables(),
            ClientIp = clientIp,
            Delivery = delivery,
        };
        CheckCode(usageType, result);
        return issues.Count == 0 ? result : throw Invalid();
    }

    private string? ReadText(string name)
    {
        if (payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= MaxTextLength } text)
        {
            return text;
        }

        issues.Add(new ConfigIssue($"/payload/{name}", value.ValueKind == JsonValueKind.String
            ? $"{name} must have at most {MaxTextLength} characters."
            : $"{name} must be text in quotes: a number would lose its leading zeros."));
        return null;
    }

    private IReadOnlyDictionary<string, JsonElement> ReadVariables()
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            return ReadOnlyDictionary<string, JsonElement>.Empty;
        }

        // A null stays: a placeholder for it is empty, while one for a name that isn't there stays in the text.
        Dictionary<string, JsonElement>? variables = null;
        foreach (var member in payload.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null || !IsText(member))
            {
                variables ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                variables[member.Name] = member.Value;
            }
        }

        if (variables?.Count > MaxVariables)
        {
            issues.Add(new ConfigIssue("/payload", $"payload must have at most {MaxVariables} variables."));
        }

        return variables ?? (IReadOnlyDictionary<string, JsonElement>)ReadOnlyDictionary<string, JsonElement>.Empty;
    }

    private static bool IsText(JsonProperty member)
    {
        foreach (var name in TextMembers)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    // Without it the recipient would read the placeholder.
    private void CheckCode(UsageType usageType, SmsPayload result)
    {
        var carriesCode = UsageType.WellKnown.Contains(usageType)
            && usageType != UsageType.Generic
            && usageType != UsageType.OrganizationInvitation;
        var isEmpty = string.IsNullOrWhiteSpace(result.Code) && string.IsNullOrWhiteSpace(result.Link);
        if (carriesCode && isEmpty && issues.Count == 0)
        {
            issues.Add(new ConfigIssue("/payload/code", $"code is required for {usageType}, or link in its place."));
        }
    }

    private ConnectorRequestException Invalid() =>
        new(ConnectorRequestKind.Invalid, "payload_invalid", "The payload is invalid", "Nothing was sent.")
        {
            Issues = issues,
        };
}
