using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>Brings what the host says of a connector to the fields it is about.</summary>
internal static class FormIssues
{
    private const string Config = "/config";

    /// <summary>All of a check.</summary>
    public static IReadOnlyList<ConfigIssue> Of(ConfigCheck check) => [.. check.Errors, .. check.Warnings];

    /// <summary>Those of a check that are about what has been filled in: the rest may still come.</summary>
    public static IReadOnlyList<ConfigIssue> OfFilledIn(ConfigCheck check, JsonObject config) =>
        [.. Of(check).Where(issue => issue.Pointer.Length > 0 && Find(config, issue.Pointer) is not null)];

    /// <summary>What a problem says of the configuration.</summary>
    public static IReadOnlyList<ConfigIssue> Of(ApiProblem? problem) => problem?.Errors is not { } errors
        ? []
        : [.. errors.Where(IsOfConfig).Select(error => new ConfigIssue(error.Pointer[Config.Length..], error.Message))];

    /// <summary>A problem without what the fields of the configuration say already.</summary>
    public static ApiProblem? WithoutConfig(ApiProblem? problem) => problem is null
        ? null
        : problem with { Errors = problem.Errors?.Where(error => !IsOfConfig(error)).ToList() };

    /// <summary>What a problem says of one field.</summary>
    public static string? At(ApiProblem? problem, string pointer) =>
        problem?.Errors?.FirstOrDefault(error => error.Pointer == pointer)?.Message;

    private static bool IsOfConfig(ProblemError error) =>
        JsonPointer.IsWithin(error.Pointer, Config);

    private static JsonNode? Find(JsonNode? node, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items when int.TryParse(name, out var index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }
}
