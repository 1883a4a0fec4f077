namespace Connector.Abstractions.Templates;

/// <summary>Fills parts of a fixed size; an escape or surrogate pair is never split over two of them.</summary>
internal struct PartCounter(int size)
{
    private int room = 0;

    public int Units { get; private set; }

    public int Count { get; private set; }

    public void Add(int units)
    {
        if (units > room)
        {
            Count++;
            room = size;
        }

        room -= units;
        Units += units;
    }
}
