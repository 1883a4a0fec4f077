using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Requests;

internal enum AuthenticationKind
{
    /// <summary>None, or by placeholders in address or body.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>User name and password.</summary>
    [JsonStringEnumMemberName("basic")]
    Basic = 1,

    /// <summary>The token in the Authorization header.</summary>
    [JsonStringEnumMemberName("bearer")]
    Bearer = 2,

    /// <summary>The token in a header of its own.</summary>
    [JsonStringEnumMemberName("header")]
    Header = 3,
}
