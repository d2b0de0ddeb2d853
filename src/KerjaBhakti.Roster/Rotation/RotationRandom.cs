namespace KerjaBhakti.Roster.Rotation;

/// <summary>Numbers that look random and follow from a seed alone, on every machine and under every runtime (SplitMix64).</summary>
internal sealed class RotationRandom(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>A number from zero to below the bound. The bias of a few in 2⁶⁴ does not matter where it only breaks ties.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>The numbers from zero to below the count, in random order.</summary>
    public int[] Order(int count)
    {
        var order = new int[count];
        for (var index = 0; index < count; index++)
        {
            var other = Below(index + 1);
            order[index] = order[other];
            order[other] = index;
        }

        return order;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
