namespace Connector.Abstractions.Templates;

/// <summary>
/// How the characters of an SMS are coded, which decides how many fit into one part (3GPP TS 23.038).
/// </summary>
public enum SmsEncoding
{
    /// <summary>The GSM 7-bit alphabet: 160 characters in a single part, 153 in each of several.</summary>
    Gsm7 = 0,

    /// <summary>
    /// UCS-2: 70 UTF-16 units in a single part, 67 in each of several. One character outside GSM-7 is enough.
    /// </summary>
    Ucs2 = 1,
}
