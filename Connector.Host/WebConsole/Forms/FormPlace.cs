using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>
/// A place in a configuration, whether or not there is a value: writing makes the objects on the way, and removing the
/// last member of an object that nobody requires removes it too.
/// </summary>
public sealed class FormPlace
{
    private readonly FormPlace? parent;
    private readonly JsonObject? root;
    private readonly string name = "";
    private readonly int index = -1;
    private readonly bool isKept;

    private FormPlace(JsonObject root)
    {
        this.root = root;
        Pointer = "";
        isKept = true;
    }

    private FormPlace(FormPlace parent, string name, bool isKept)
    {
        this.parent = parent;
        this.name = name;
        this.isKept = isKept;
        Pointer = JsonPointer.Append(parent.Pointer, name);
    }

    private FormPlace(FormPlace parent, int index)
    {
        this.parent = parent;
        this.index = index;
        isKept = true;
        Pointer = string.Create(CultureInfo.InvariantCulture, $"{parent.Pointer}/{index}");
    }

    /// <summary>JSON Pointer of the place.</summary>
    public string Pointer { get; }

    /// <summary>How many objects and arrays are around it.</summary>
    public int Depth => parent is null ? 0 : parent.Depth + 1;

    /// <summary>The id of its control in the page.</summary>
    public string Id => IdOf(Pointer);

    /// <summary>What is there; a JSON null reads like nothing.</summary>
    public JsonNode? Node => root ?? (parent!.Node switch
    {
        JsonObject members when index < 0 => members[name],
        JsonArray items when index >= 0 && index < items.Count => items[index],
        _ => null,
    });

    /// <summary>The whole configuration.</summary>
    public static FormPlace Root(JsonObject configuration) => new(configuration);

    /// <summary>The id in the page of the control for a pointer.</summary>
    public static string IdOf(string pointer)
    {
        var id = new StringBuilder("field", pointer.Length + 8);
        foreach (var letter in pointer)
        {
            _ = letter == '/' ? id.Append('-')
                : char.IsAsciiLetterOrDigit(letter) ? id.Append(letter)
                : id.Append(CultureInfo.InvariantCulture, $"_{(int)letter:x}_");
        }

        return id.ToString();
    }

    /// <summary>A member.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="isRequired">Whether it stays when it becomes empty.</param>
    public FormPlace Member(string member, bool isRequired = false) => new(this, member, isRequired);

    /// <summary>An item of an array.</summary>
    public FormPlace Item(int at) => new(this, at);

    /// <summary>Writes a value that is in no other place.</summary>
    public void Set(JsonNode? value)
    {
        if (parent is null)
        {
            return;
        }

        if (index >= 0)
        {
            Container(() => new JsonArray())[index] = value;
        }
        else
        {
            Container(() => new JsonObject())[name] = value;
        }
    }

    /// <summary>Removes what is here.</summary>
    public void Remove()
    {
        if (parent?.Node is JsonArray items)
        {
            items.RemoveAt(index);
        }
        else if (parent?.Node is JsonObject members)
        {
            members.Remove(name);
            parent.RemoveIfEmpty(members);
        }
    }

    /// <summary>Empties a field: a member goes, an item stays as an empty one.</summary>
    internal Task ClearAsync(FormState state, JsonNode? emptyItem) =>
        index < 0 ? state.RemoveAsync(this) : state.SetAsync(this, emptyItem);

    private void RemoveIfEmpty(JsonObject members)
    {
        if (members.Count == 0 && !isKept)
        {
            Remove();
        }
    }

    private TNode Container<TNode>(Func<TNode> make)
        where TNode : JsonNode
    {
        if (parent!.Node is not TNode container)
        {
            container = make();
            parent.Set(container);
        }

        return container;
    }
}
