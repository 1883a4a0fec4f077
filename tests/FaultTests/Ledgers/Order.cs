using System.Globalization;

namespace FaultTests.Ledgers;

/// <summary>A message that a client wants sent, recognised by its code wherever it turns up.</summary>
internal sealed class Order(int number, bool hasKey)
{
    private const long FirstRecipient = 14152000000;
    private const int FirstCode = 10_000_000;

    public string Code { get; } = (FirstCode + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Every message has a recipient of its own.</summary>
    public string To { get; } = string.Create(CultureInfo.InvariantCulture, $"+{FirstRecipient + number}");

    /// <summary>With a key the client may ask again; without, an unanswered message is given up.</summary>
    public string? Key { get; } = hasKey ? $"fault-{number}" : null;

    /// <summary>The message's id, once the client has read that it is stored.</summary>
    public string? MessageId { get; set; }

    public override string ToString() => Code;
}
