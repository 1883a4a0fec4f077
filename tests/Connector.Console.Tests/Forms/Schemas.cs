using System.Text.Json.Nodes;
using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Forms;

/// <summary>Schemas as plugins may bring them, and fields read from them.</summary>
internal static class Schemas
{
    /// <summary>What no plugin should have, and some will.</summary>
    public static IReadOnlyList<TestCaseData> Hostile { get; } =
    [
        Case("true", "true"),
        Case("nothing", "{}"),
        Case("no JSON", "{"),
        Case("array", "[]"),
        Case("text", "\"object\""),
        Case("itself", """{ "$ref": "#" }"""),
        Case("itself in a member", """
            { "type": "object", "properties": { "more": { "$ref": "#" } }, "required": ["more"] }
            """),
        Case("itself in alternatives", """
            {
              "definitions": { "x": { "oneOf": [{ "$ref": "#/definitions/x" }, { "$ref": "#/definitions/x" }] } },
              "type": "object", "properties": { "x": { "$ref": "#/definitions/x" } }
            }
            """),
        Case("itself in items", """
            { "type": "object", "properties": { "x": { "type": "array", "items": { "$ref": "#" } } } }
            """),
        Case("combined without end", """
            {
              "definitions": { "a": { "allOf": [{ "$ref": "#/definitions/b" }, { "$ref": "#/definitions/a" }] },
                "b": { "allOf": [{ "$ref": "#/definitions/a" }, { "$ref": "#/definitions/b" }] } },
              "type": "object", "properties": { "a": { "$ref": "#/definitions/a" } }
            }
            """),
        Case("dangling", """
            { "type": "object", "properties": { "x": { "$ref": "#/nowhere" }, "y": { "$ref": "http://x/y" } } }
            """),
        Case("wrong kinds", """
            {
              "type": "object", "required": "x", "title": 7,
              "properties": {
                "a": 5, "b": { "type": 7, "enum": "no" }, "c": { "type": ["string", 3], "title": {}, "examples": 1 },
                "d": { "type": "array", "items": [] }, "e": { "oneOf": {} }, "f": { "oneOf": [1, null, true] },
                "g": { "type": "integer", "maxLength": "long", "default": [1] }, "h": { "enum": [] }, "i": null,
                "j": { "if": 3, "then": 4, "type": "object" }, "k": { "dependencies": [], "type": "object" }
              }
            }
            """),
        Case("deep", Deep(60)),
        Case("wide", Wide(200)),
        Case("script", """
            {
              "type": "object",
              "properties": {
                "<script>alert(1)</script>": {
                  "type": "string", "title": "<img src=x onerror=alert(1)>", "description": "<script>alert(2)</script>",
                  "examples": ["\"><script>alert(3)</script>"], "default": "<b>"
                },
                "a/b~c d\"e'": { "type": "boolean", "title": "‮mirrored" },
                "": { "type": "string" }
              }
            }
            """),
    ];

    /// <summary>A member of a configuration, read from its schema.</summary>
    public static FormField Member(string schema) =>
        FormField.Read($$"""{ "type": "object", "properties": { "x": {{schema}} } }""").Members(null)[0];

    /// <summary>The configuration of Twilio, as its plugin describes it.</summary>
    public static string Twilio => Bundled("twilio-sms");

    /// <summary>A form with a part that most people leave alone, and one that says so and yet is required.</summary>
    public static string Advanced => """
        {
          "type": "object",
          "required": ["account"],
          "properties": {
            "edge": { "type": "string", "title": "Edge", "x-advanced": true },
            "account": { "type": "string", "title": "Account", "x-advanced": true }
          }
        }
        """;

    /// <summary>A form of everything that can be shown.</summary>
    public static string Everything => """
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["account", "live", "mode"],
          "properties": {
            "account": { "type": "string", "title": "Account", "description": "Whose.", "examples": ["A1"] },
            "token": { "type": "string", "title": "Token", "writeOnly": true, "description": "Shown once." },
            "retries": { "type": "integer", "title": "Retries", "default": 3, "description": "How often." },
            "price": { "type": "number", "title": "Price" },
            "live": { "type": "boolean", "title": "Live", "description": "Whether messages are billed." },
            "trace": { "type": "boolean", "title": "Trace", "default": true },
            "mode": { "title": "Mode", "enum": ["fast", "cheap"] },
            "body": { "type": "string", "title": "Body", "x-multiline": true },
            "countries": { "type": "array", "title": "Countries", "items": { "enum": ["ES", "FR", "US"] } },
            "senders": { "type": "array", "title": "Senders", "items": { "type": "string", "title": "Sender" } },
            "routes": {
              "type": "array", "title": "Routes",
              "items": {
                "type": "object", "title": "Route", "required": ["prefix"],
                "properties": {
                  "prefix": { "type": "string", "title": "Prefix" }, "weight": { "type": "integer", "title": "Weight" }
                }
              }
            },
            "proxy": {
              "type": "object", "title": "Proxy", "description": "Between the host and the provider.",
              "properties": {
                "host": { "type": "string", "title": "Host name" }, "port": { "type": "integer", "title": "Port" }
              }
            },
            "headers": { "type": "object", "title": "Headers", "additionalProperties": { "type": "string" } },
            "signIn": {
              "title": "Sign-in",
              "oneOf": [
                { "title": "User and password", "type": "object", "required": ["user"],
                  "properties": { "kind": { "const": "basic" }, "user": { "type": "string", "title": "User" } } },
                { "title": "API key", "type": "object",
                  "properties": {
                    "kind": { "const": "key" }, "key": { "type": "string", "title": "Key", "writeOnly": true }
                  } }
              ]
            },
            "anything": { "title": "Anything" }
          }
        }
        """;

    /// <summary>The configuration of a connector that comes with the host.</summary>
    public static string Bundled(string plugin) =>
        File.ReadAllText(Path.Combine(Repository, "schemas", $"{plugin}.config.schema.json"));

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("The tests run outside their repository.");
        }
    }

    private static TestCaseData Case(string name, string schema) => new TestCaseData(schema).SetArgDisplayNames(name);

    private static string Deep(int levels) => Enumerable.Range(0, levels).Aggregate(
        """{ "type": "string" }""",
        (inner, _) => $$"""{ "type": "object", "properties": { "in": {{inner}} } }""");

    private static string Wide(int members) =>
        $$"""{ "type": "object", "properties": { {{string.Join(',', Enumerable.Range(0, members)
            .Select(number => $$""" "p{{number}}": { "type": "string", "description": "No. {{number}}" } """))}} } }""";
}
