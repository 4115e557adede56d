namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Repeatable draws (SplitMix64). Each stay and each person draws from a sequence of its own, so that a stay comes out the same whatever
/// was made before it; the sequences of System.Random may change with the framework.
/// </summary>
internal sealed class Draw(string what, long number)
{
    private ulong state = Mix((ulong)number + (what.Aggregate(17UL, (hash, letter) => Mix(hash ^ letter))));

    /// <summary>A number from 0 up to, but not, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    /// <summary>Whether a thing happens that happens so often in a thousand.</summary>
    public bool Thousandth(int often) => Below(1000) < often;

    /// <summary>One of several, all alike.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of several, each with its weight.</summary>
    public T Weighted<T>(ReadOnlySpan<(T Choice, int Weight)> choices)
    {
        var all = 0;
        foreach (var (_, weight) in choices)
        {
            all += weight;
        }

        var left = Below(all);
        foreach (var (choice, weight) in choices)
        {
            if ((left -= weight) < 0)
            {
                return choice;
            }
        }

        throw new ArgumentException("The weights are not positive.", nameof(choices));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);
}
