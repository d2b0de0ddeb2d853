namespace KerjaBhakti.Roster.Rotation;

/// <summary>The largest flow through a network with whole capacities (Dinic), and the cut that proves it.</summary>
internal sealed class MaximumFlow(int nodes)
{
    private readonly List<int>[] arcs = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<int> heads = [];
    private readonly List<int> left = [];
    private readonly int[] depth = new int[nodes];
    private readonly int[] next = new int[nodes];

    /// <summary>Adds an arc and gives its number.</summary>
    public int Add(int from, int to, int capacity)
    {
        var arc = heads.Count;
        arcs[from].Add(arc);
        heads.Add(to);
        left.Add(capacity);
        arcs[to].Add(arc + 1);
        heads.Add(from);
        left.Add(0);
        return arc;
    }

    /// <summary>What flows through an arc.</summary>
    public int Flow(int arc) => left[arc + 1];

    /// <summary>Pushes as much as goes from source to sink and gives the amount.</summary>
    public int Run(int source, int sink)
    {
        var total = 0;
        while (Reaches(source, sink))
        {
            Array.Clear(next);
            while (Push(source, sink, int.MaxValue) is var pushed and > 0)
            {
                total += pushed;
            }
        }

        return total;
    }

    /// <summary>After <see cref="Run"/>: whether the node lies on the source's side of the smallest cut.</summary>
    public bool IsOnSourceSide(int node) => depth[node] >= 0;

    private bool Reaches(int source, int sink)
    {
        Array.Fill(depth, -1);
        depth[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in arcs[node])
            {
                if (left[arc] > 0 && depth[heads[arc]] < 0)
                {
                    depth[heads[arc]] = depth[node] + 1;
                    queue.Enqueue(heads[arc]);
                }
            }
        }

        return depth[sink] >= 0;
    }

    private int Push(int node, int sink, int amount)
    {
        if (node == sink)
        {
            return amount;
        }

        for (; next[node] < arcs[node].Count; next[node]++)
        {
            var arc = arcs[node][next[node]];
            if (left[arc] <= 0 || depth[heads[arc]] != depth[node] + 1)
            {
                continue;
            }

            var pushed = Push(heads[arc], sink, Math.Min(amount, left[arc]));
            if (pushed > 0)
            {
                left[arc] -= pushed;
                left[arc ^ 1] += pushed;
                return pushed;
            }
        }

        return 0;
    }
}
