using System.Diagnostics.CodeAnalysis;

namespace Connector.Abstractions;

/// <summary>A telephone number in international format (ITU-T E.164).</summary>
/// <remarks>
/// Only the shape is checked: a plus sign and 7 to 15 digits, the first not zero. Whether such a number exists is for
/// the host and the provider to say. <see cref="ToString"/> is masked, so that logging a number by accident
/// reveals nobody.
/// </remarks>
public sealed record PhoneNumber
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;
    private const int FullMaskDigits = 11;

    private PhoneNumber(string e164) => E164 = e164;

    /// <summary>
    /// The number with its plus sign, such as <c>+14155551212</c>. Personal data: send it, don't log it.
    /// </summary>
    public string E164 { get; }

    /// <summary>Reads a number such as <c>+14155551212</c>. Nothing is trimmed, added or guessed.</summary>
    /// <param name="value">The text to read.</param>
    /// <param name="phone">The number, or <see langword="null"/> when the shape is wrong.</param>
    /// <returns>Whether <paramref name="value"/> has the shape of an E.164 number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = IsE164(value) ? new PhoneNumber(value) : null;
        return phone is not null;
    }

    /// <summary>Reads a number such as <c>+14155551212</c>. Nothing is trimmed, added or guessed.</summary>
    /// <param name="value">The text to read.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">
    /// The shape is wrong. The message doesn't repeat <paramref name="value"/>.
    /// </exception>
    public static PhoneNumber Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var phone)
            ? phone
            : throw new FormatException("A phone number is a plus sign and 7 to 15 digits, the first not zero.");
    }

    /// <summary>The number with its middle hidden, such as <c>+1415•••1212</c>. Safe to log and to show.</summary>
    /// <returns>
    /// The masked number: four digits at each end, fewer of a number with less than 11, which so hides at least as many
    /// as it shows. Always three dots, however many digits they hide.
    /// </returns>
    public override string ToString()
    {
        var digits = E164.Length - 1;
        var shown = digits < FullMaskDigits ? digits / 4 : 4;
        return $"{E164.AsSpan(0, shown + 1)}•••{E164.AsSpan(E164.Length - shown)}";
    }

    private static bool IsE164([NotNullWhen(true)] string? value) =>
        value is ['+', >= '1' and <= '9', ..]
        && value.Length is > MinDigits and <= MaxDigits + 1
        && !value.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
