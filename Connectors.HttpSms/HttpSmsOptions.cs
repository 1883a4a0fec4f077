using System.Text.Json.Serialization;
using Connector.Abstractions.Templates;
using Connectors.HttpSms.Answers;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms;

/// <summary>The connector's configuration, as <c>schemas/http-sms.config.schema.json</c> describes it.</summary>
internal sealed class HttpSmsOptions
{
    /// <summary>With placeholders, whose values are escaped for an address.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; set; }

    [JsonPropertyName("method")]
    public SendMethod Method { get; set; } = SendMethod.Post;

    [JsonPropertyName("allowHttp")]
    public bool AllowHttp { get; set; }

    [JsonPropertyName("authentication")]
    public AuthenticationKind Authentication { get; set; } = AuthenticationKind.None;

    [JsonPropertyName("username")]
    public string? Username { get; set; }

    [JsonPropertyName("password")]
    public string? Password { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>Of the header that carries the token.</summary>
    [JsonPropertyName("tokenHeader")]
    public string? TokenHeader { get; set; }

    [JsonPropertyName("headers")]
    public IReadOnlyList<HeaderEntry> Headers { get; set; } = [];

    [JsonPropertyName("bodyFormat")]
    public BodyFormat BodyFormat { get; set; } = BodyFormat.Json;

    /// <summary>With placeholders, whose values are escaped as <see cref="BodyFormat"/> needs it.</summary>
    [JsonPropertyName("body")]
    public string? Body { get; set; }

    [JsonPropertyName("templates")]
    public IReadOnlyList<SmsTemplate> Templates { get; set; } = [];

    [JsonPropertyName("answer")]
    public AnswerOptions Answer { get; set; } = new();

    [JsonPropertyName("errors")]
    public IReadOnlyList<ErrorRule> Errors { get; set; } = [];

    /// <summary>Asked by a credential check.</summary>
    [JsonPropertyName("checkUrl")]
    public string? CheckUrl { get; set; }

    /// <summary>The type's name only: an address may hold a token.</summary>
    public override string ToString() => nameof(HttpSmsOptions);
}
