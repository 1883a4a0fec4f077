using System.Buffers;

namespace Connector.Abstractions.Templates;

/// <summary>
/// Collects characters on the stack, then in pooled memory, so that only the final string is allocated.
/// </summary>
internal ref struct TextBuffer(Span<char> initial)
{
    private Span<char> buffer = initial;
    private char[]? rented;
    private int length;

    public void Append(scoped ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        length += text.Length;
    }

    public void Append(char character)
    {
        Reserve(1)[0] = character;
        length++;
    }

    /// <summary>
    /// Room for at least <paramref name="count"/> characters; <see cref="Commit"/> takes those written.
    /// </summary>
    public Span<char> Reserve(int count)
    {
        if (buffer.Length - length < count)
        {
            Grow(count);
        }

        return buffer[length..];
    }

    public void Commit(int count) => length += count;

    public string ToStringAndClear()
    {
        var text = new string(buffer[..length]);
        Release();
        return text;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(buffer.Length * 2, length + count));
        buffer[..length].CopyTo(larger);
        Release();
        buffer = rented = larger;
    }

    // What it held may include a verification code, which must not linger in the pool.
    private void Release()
    {
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
            rented = null;
        }
    }
}
