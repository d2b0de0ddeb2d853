namespace KerjaBhakti.Roster.Rotation;

/// <summary>A set of things that need more than what they can reach can give: Hall's condition, broken.</summary>
/// <param name="Wanting">Those that need.</param>
/// <param name="Within">What they can reach.</param>
/// <param name="Needed">How much they need together.</param>
/// <param name="Available">How much they can get.</param>
internal sealed record Shortage(IReadOnlyList<int> Wanting, IReadOnlyList<int> Within, int Needed, int Available)
{
    /// <summary>Every shortage that stands for itself: none where all can get what they need.</summary>
    /// <param name="needs">What each on the one side needs.</param>
    /// <param name="gifts">What each on the other side can give.</param>
    /// <param name="reaches">Whether one can get one unit from another.</param>
    public static IReadOnlyList<Shortage> Find(int[] needs, int[] gifts, Func<int, int, bool> reaches)
    {
        var (source, sink, left, right) = (0, 1, 2, 2 + needs.Length);
        var flow = new MaximumFlow(2 + needs.Length + gifts.Length);
        var got = needs.Select((need, index) => flow.Add(source, left + index, need)).ToArray();
        for (var index = 0; index < gifts.Length; index++)
        {
            flow.Add(right + index, sink, gifts[index]);
        }

        var arcs = new List<(int Left, int Right)>();
        for (var one = 0; one < needs.Length; one++)
        {
            for (var other = 0; other < gifts.Length; other++)
            {
                if (needs[one] > 0 && reaches(one, other))
                {
                    flow.Add(left + one, right + other, 1);
                    arcs.Add((one, other));
                }
            }
        }

        if (flow.Run(source, sink) == needs.Sum())
        {
            return [];
        }

        var wanting = Enumerable.Range(0, needs.Length).Where(index => needs[index] > 0 && flow.IsOnSourceSide(left + index)).ToList();
        var component = wanting.ToDictionary(index => index);
        var owner = new Dictionary<int, int>();
        foreach (var (one, other) in arcs.Where(arc => component.ContainsKey(arc.Left) && flow.IsOnSourceSide(right + arc.Right)))
        {
            if (!owner.TryAdd(other, component[one]) && owner[other] != component[one])
            {
                var (old, @new) = (component[one], owner[other]);
                wanting.Where(index => component[index] == old).ToList().ForEach(index => component[index] = @new);
                owner.Where(pair => pair.Value == old).Select(pair => pair.Key).ToList().ForEach(key => owner[key] = @new);
            }
        }

        return
        [
            .. wanting
                .GroupBy(index => component[index])
                .Select(group => new Shortage(
                    [.. group],
                    [.. owner.Where(pair => pair.Value == group.Key).Select(pair => pair.Key).Order()],
                    group.Sum(index => needs[index]),
                    group.Sum(index => flow.Flow(got[index]))
                ))
                .Where(shortage => shortage.Available < shortage.Needed),
        ];
    }
}
