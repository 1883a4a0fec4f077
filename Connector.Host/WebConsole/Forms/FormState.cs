using System.Text.Json.Nodes;
using Connector.Abstractions;

namespace Connector.Host.WebConsole;

/// <summary>What the parts of one form share.</summary>
internal sealed class FormState(Func<Task> edited)
{
    /// <summary>What is wrong, from the host and from the form itself.</summary>
    public IReadOnlyList<ConfigIssue> Issues { get; set; } = [];

    /// <summary>By pointer, what was typed for a part and can't be in it yet.</summary>
    public Dictionary<string, UnreadText> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the form only shows.</summary>
    public bool IsReadOnly { get; set; }

    public IEnumerable<ConfigIssue> At(FormPlace place) => Issues.Where(issue => issue.Pointer == place.Pointer);

    public bool IsInvalid(FormPlace place) => At(place).Any(issue => issue.Severity == ConfigIssueSeverity.Error);

    /// <summary>The ids of the texts that explain a control.</summary>
    public string? Explanations(FormField field, FormPlace place)
    {
        var ids = new List<string>(3);
        if (field.Description is not null)
        {
            ids.Add($"{place.Id}-help");
        }

        if (FieldHints.Exist(field))
        {
            ids.Add($"{place.Id}-hint");
        }

        if (At(place).Any())
        {
            ids.Add($"{place.Id}-issues");
        }

        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    public async Task SetAsync(FormPlace place, JsonNode? value)
    {
        place.Set(value);
        await edited();
    }

    public async Task RemoveAsync(FormPlace place)
    {
        place.Remove();
        await edited();
    }

    /// <summary>Tells that something has been changed in place.</summary>
    public Task TellAsync() => edited();
}
