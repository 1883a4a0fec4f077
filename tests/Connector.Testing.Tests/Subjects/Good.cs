using Connector.Testing.Providers;

namespace Connector.Testing.Tests.Subjects;

/// <summary>What the kit is told about the good connector and its wayward kin.</summary>
internal static class Good
{
    public const string Key = "key-0123456789abcdef";

    public static ConnectorUnderTest Description { get; } = With(TimeSpan.FromSeconds(10));

    /// <summary>For connectors that hang: long enough for good ones, short enough to wait for bad ones.</summary>
    public static ConnectorUnderTest Impatient { get; } = With(TimeSpan.FromSeconds(2));

    public static string Config(string address) => $$"""{ "apiBaseUrl": "{{address}}", "apiKey": "{{Key}}" }""";

    private static ConnectorUnderTest With(TimeSpan patience) => new()
    {
        Config = Config,
        ConfigType = GoodJsonContext.Default.GoodOptions,
        Accepts = ProviderReply.Json(200, """{ "id": "m-1" }"""),
        Patience = patience,
    };
}
