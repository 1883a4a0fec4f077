namespace Connector.Abstractions.Templates;

/// <summary>Fills parts of a fixed size; an escape or surrogate pair is never split over two of them.</summary>
internal struct PartCounter(int size)
{
    private int room = 0;

    public int Units { get; private set; }

    public int Count { get; private set; }

    /// <summary>Adds characters of one unit each.</summary>
    public void AddSingles(int count)
    {
        Units += count;
        room -= count;
        if (room < 0)
        {
            var parts = (size - 1 - room) / size;
            Count += parts;
            room += parts * size;
        }
    }

    public void AddPair()
    {
        if (room < 2)
        {
            Count++;
            room = size;
        }

        room -= 2;
        Units += 2;
    }
}
