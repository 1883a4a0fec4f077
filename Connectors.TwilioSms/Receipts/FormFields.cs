using System.Text;

namespace Connectors.TwilioSms.Receipts;

/// <summary>The fields of a form body, decoded but still bytes: a signature covers them as they are.</summary>
internal sealed class FormFields
{
    private readonly List<(byte[] Name, byte[] Value)> fields = [];

    private FormFields()
    {
    }

    public static FormFields Parse(ReadOnlySpan<byte> form)
    {
        var parsed = new FormFields();
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range];
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            parsed.fields.Add(equals < 0
                ? (Decode(field), [])
                : (Decode(field[..equals]), Decode(field[(equals + 1)..])));
        }

        return parsed;
    }

    /// <summary>The first field of a name, read as UTF-8.</summary>
    /// <returns><see langword="null"/> when there is none, or an empty one.</returns>
    public string? Find(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var index = fields.FindIndex(field => field.Name.AsSpan().SequenceEqual(utf8));
        return index < 0 || fields[index].Value.Length == 0 ? null : Encoding.UTF8.GetString(fields[index].Value);
    }

    /// <summary>The names and values in the order in which Twilio signs them; equal fields count once.</summary>
    public IEnumerable<byte[]> InSignedOrder()
    {
        var order = Comparer<(byte[] Name, byte[] Value)>.Create(Compare);
        foreach (var (name, value) in new SortedSet<(byte[] Name, byte[] Value)>(fields, order))
        {
            yield return name;
            yield return value;
        }
    }

    private static int Compare((byte[] Name, byte[] Value) one, (byte[] Name, byte[] Value) other)
    {
        var names = one.Name.AsSpan().SequenceCompareTo(other.Name);
        return names != 0 ? names : one.Value.AsSpan().SequenceCompareTo(other.Value);
    }

    private static byte[] Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var character = encoded[i];
            if (character == '%' && i + 2 < encoded.Length && Hex(encoded[i + 1], encoded[i + 2]) is { } value)
            {
                character = value;
                i += 2;
            }
            else if (character == '+')
            {
                character = (byte)' ';
            }

            decoded[length++] = character;
        }

        return decoded[..length];
    }

    private static byte? Hex(byte high, byte low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low)
            ? Convert.FromHexString([(char)high, (char)low])[0]
            : null;
}
