using System.Text.Json;
using System.Text.RegularExpressions;

namespace Connectors.HttpSms.Answers;

/// <summary>Looks values up in an answer's body, which may be anything.</summary>
internal sealed class AnswerBody
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly string text;
    private readonly JsonElement? json;

    public AnswerBody(string? body)
    {
        text = body ?? "";
        json = Parse(text);
    }

    /// <summary>Makes a regular expression as the configuration gives it; it can't take for ever.</summary>
    /// <exception cref="ArgumentException">It is none, or one that can't be matched in linear time.</exception>
    public static Regex Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (NotSupportedException error)
        {
            throw new ArgumentException("The pattern looks back or around.", nameof(pattern), error);
        }
    }

    /// <summary>Follows a JSON Pointer.</summary>
    /// <returns>A text, number, true or false as text; <see langword="null"/> when there is none of these.</returns>
    public string? Find(string? pointer)
    {
        if (json is not { } here || pointer is not { Length: > 0 })
        {
            return null;
        }

        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (Step(here, name) is not { } next)
            {
                return null;
            }

            here = next;
        }

        return here.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True
            or JsonValueKind.False
            ? here.ToString()
            : null;
    }

    public Match? Match(Regex? pattern) => pattern?.Match(text) is { Success: true } match ? match : null;

    private static JsonElement? Step(JsonElement here, string name) => here.ValueKind switch
    {
        JsonValueKind.Object when here.TryGetProperty(name, out var member) => member,
        JsonValueKind.Array when int.TryParse(name, out var index) && index >= 0 && index < here.GetArrayLength() =>
            here[index],
        _ => null,
    };

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
