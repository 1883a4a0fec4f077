namespace AcmeNamespace.Tests;

/// <summary>A configuration, and what the provider answers.</summary>
internal static class Samples
{
    /// <summary>Looks like a real one, so that tests can look for it where it must not be.</summary>
    public const string ApiKey = "ak-0123456789abcdef";

    public static string Config(string apiBaseUrl) => $$$"""
        {
          "apiKey": "{{{ApiKey}}}",
          "from": "Contoso",
          "apiBaseUrl": "{{{apiBaseUrl}}}",
          "templates": [
            { "usageType": "Generic", "content": "{{code}} is your code." },
            { "usageType": "Generic", "content": "{{code}} es tu código.", "locale": "es" }
          ]
        }
        """;

    /// <summary>An answer as it was recorded: status line, headers, body.</summary>
    /// <param name="name">Its file in <c>Exchanges</c>, without the ending.</param>
    public static string Exchange(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Exchanges", $"{name}.http"));
}
