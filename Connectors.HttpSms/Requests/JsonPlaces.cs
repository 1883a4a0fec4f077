namespace Connectors.HttpSms.Requests;

/// <summary>Finds where in a JSON text the placeholders stand.</summary>
internal static class JsonPlaces
{
    /// <summary>The placeholders that stand outside of quotes, where escaping can't contain a value.</summary>
    public static IEnumerable<string> FindUnquoted(RequestTemplate template)
    {
        var isQuoted = false;
        var isEscaped = false;
        foreach (var (literal, name) in template.Pieces)
        {
            foreach (var character in literal)
            {
                isQuoted ^= character == '"' && !isEscaped;
                isEscaped = isQuoted && character == '\\' && !isEscaped;
            }

            isEscaped = false;
            if (name is not null && !isQuoted)
            {
                yield return name;
            }
        }
    }
}
