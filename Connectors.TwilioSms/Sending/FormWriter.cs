using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Connectors.TwilioSms.Sending;

/// <summary>
/// Writes <c>application/x-www-form-urlencoded</c> exactly as Twilio's own C# client does: UTF-8, space as plus,
/// everything but letters, digits and <c>-_.~</c> as upper-case hex.
/// </summary>
internal ref struct FormWriter(Span<byte> initial)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private Span<byte> buffer = initial;
    private byte[]? rented;
    private int length;

    public void WriteEncoded(scoped ReadOnlySpan<byte> encoded)
    {
        encoded.CopyTo(Reserve(encoded.Length));
        length += encoded.Length;
    }

    public void WriteNumber(int value)
    {
        Utf8Formatter.TryFormat(value, Reserve(11), out var written);
        length += written;
    }

    public void WriteText(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            var run = plain < 0 ? text : text[..plain];
            length += Encoding.ASCII.GetBytes(run, Reserve(run.Length));
            text = text[run.Length..];
            text = text[WriteEscaped(text)..];
        }
    }

    public byte[] ToArrayAndClear()
    {
        var bytes = buffer[..length].ToArray();
        Release();
        return bytes;
    }

    private int WriteEscaped(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] == ' ')
        {
            Reserve(1)[0] = (byte)'+';
            length++;
            return 1;
        }

        // Half a surrogate pair becomes U+FFFD, as in Uri.EscapeDataString.
        Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        Span<byte> utf8 = stackalloc byte[4];
        WriteHex(utf8[..rune.EncodeToUtf8(utf8)]);
        return consumed;
    }

    private void WriteHex(scoped ReadOnlySpan<byte> utf8)
    {
        var target = Reserve(utf8.Length * 3);
        for (var i = 0; i < utf8.Length; i++)
        {
            target[i * 3] = (byte)'%';
            target[(i * 3) + 1] = HexDigit(utf8[i] >> 4);
            target[(i * 3) + 2] = HexDigit(utf8[i] & 0xF);
        }

        length += utf8.Length * 3;
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private Span<byte> Reserve(int count)
    {
        if (buffer.Length - length < count)
        {
            Grow(count);
        }

        return buffer[length..];
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + count));
        buffer[..length].CopyTo(larger);
        Release();
        buffer = rented = larger;
    }

    // What it held includes a verification code, which must not linger in the pool.
    private void Release()
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            rented = null;
        }
    }
}
