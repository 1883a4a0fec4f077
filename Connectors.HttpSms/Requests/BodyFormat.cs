using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Requests;

/// <summary>How the body is written, and so how values in it are escaped.</summary>
internal enum BodyFormat
{
    [JsonStringEnumMemberName("json")]
    Json = 0,

    [JsonStringEnumMemberName("form")]
    Form = 1,

    [JsonStringEnumMemberName("xml")]
    Xml = 2,

    /// <summary>Nothing is escaped.</summary>
    [JsonStringEnumMemberName("text")]
    Text = 3,
}
