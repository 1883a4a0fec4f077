using System.Text.Json.Serialization;

namespace Connectors.HttpSms.Requests;

internal enum SendMethod
{
    [JsonStringEnumMemberName("POST")]
    Post = 0,

    [JsonStringEnumMemberName("PUT")]
    Put = 1,

    /// <summary>Without a body; everything is in the address.</summary>
    [JsonStringEnumMemberName("GET")]
    Get = 2,
}
