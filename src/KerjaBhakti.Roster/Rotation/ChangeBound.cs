using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// How many cells any repair of an annex must change, for <see cref="CertificateCheck"/>: counted by giving one cell after another leave to
/// stay, each making room by moving leave granted before (augmenting paths). The engine finds the same number as a flow; neither uses the
/// other.
/// </summary>
internal sealed class ChangeBound
{
    private readonly HashSet<KecamatanCode> inUse;
    private readonly bool forbidsRepeats;
    private readonly List<RosterCell> open = [];
    private readonly Dictionary<RosterCell, KecamatanCode> standing = [];
    private readonly Dictionary<RosterMonth, int> rows;

    public ChangeBound(Annex before, Annex after, RotationCertificate certificate, HashSet<KecamatanCode> inUse)
    {
        this.inUse = inUse;
        forbidsRepeats = before.Period.Months.Count <= inUse.Count;
        rows = before.Period.Months.ToDictionary(month => month, _ => 0);
        var limits = certificate.Limits;
        foreach (var (index, row) in before.Rows.Index().Where(row => !row.Item.IsRegion))
        {
            foreach (var (place, month) in before.Period.Months.Index())
            {
                var at = new RosterCell(index, month);
                var stays = limits.Locked.Contains(at) || certificate.Scope?.Contains(at) == false;
                var code = row.Cells[place].Kecamatan is { } named && inUse.Contains(named) ? named : (KecamatanCode?)null;
                rows[month] += after.Rows[index].Cells[place].Kecamatan is { } now && inUse.Contains(now) ? 1 : 0;
                if (!stays && !limits.OffDuty.Contains(at))
                {
                    open.Add(at);
                    AddIf(code is { } here && !limits.Never.Contains(new Exclusion(index, here)), at, code);
                }
                else
                {
                    AddIf(stays, at, code);
                }
            }
        }
    }

    /// <summary>The sum over the months of the larger of places short and places over.</summary>
    public int OfCoverage() =>
        rows.Keys.Sum(month =>
        {
            var counts = standing.Where(cell => cell.Key.Month == month).CountBy(cell => cell.Value).ToDictionary();
            return Math.Max(
                inUse.Sum(code => Math.Max(0, Low(month) - counts.GetValueOrDefault(code))),
                inUse.Sum(code => Math.Max(0, counts.GetValueOrDefault(code) - High(month)))
            );
        });

    /// <summary>The open cells less the most that can stay together.</summary>
    public int OfEverything()
    {
        var held = standing.Keys.Except(open).ToList();
        var network = new Network();
        var heldRows = held.CountBy(cell => (cell.Month, standing[cell])).ToDictionary();
        foreach (var month in rows.Keys)
        {
            var spare =
                rows[month]
                - (Low(month) * inUse.Count)
                - heldRows.Where(slot => slot.Key.Month == month).Sum(slot => Math.Max(0, slot.Value - Low(month)));
            network.Allow((month, null, null), null, Math.Max(0, spare));
            foreach (var code in inUse)
            {
                var here = heldRows.GetValueOrDefault((month, code));
                network.Allow((month, code, null), null, Math.Max(0, Low(month) - here));
                network.Allow((month, code, null), (month, null, null), Math.Max(0, High(month) - Math.Max(Low(month), here)));
            }
        }

        var staying = 0;
        foreach (var same in open.Where(standing.ContainsKey).GroupBy(cell => (cell.Row, Code: standing[cell])))
        {
            var isHeld = held.Exists(cell => cell.Row == same.Key.Row && standing[cell] == same.Key.Code);
            var most =
                !forbidsRepeats ? same.Count()
                : isHeld ? 0
                : 1;
            var start = (default(RosterMonth), (KecamatanCode?)same.Key.Code, (int?)same.Key.Row);
            foreach (var cell in same)
            {
                network.Allow(start, (cell.Month, same.Key.Code, null), 1);
            }

            while (most-- > 0 && network.Augment(start))
            {
                staying++;
            }
        }

        return open.Count - staying;
    }

    private int Low(RosterMonth month) => rows[month] / inUse.Count;

    private int High(RosterMonth month) => (rows[month] + inUse.Count - 1) / inUse.Count;

    private void AddIf(bool counts, RosterCell at, KecamatanCode? code)
    {
        if (counts && code is { } known)
        {
            standing[at] = known;
        }
    }

    /// <summary>
    /// What may go where; a null target is the end. Nodes are a month, a month with a kecamatan, or a row with a kecamatan.
    /// </summary>
    private sealed class Network
    {
        private readonly Dictionary<(RosterMonth, KecamatanCode?, int?), Dictionary<(RosterMonth, KecamatanCode?, int?), int>> room = [];
        private readonly Dictionary<(RosterMonth, KecamatanCode?, int?), int> end = [];

        public void Allow((RosterMonth, KecamatanCode?, int?) from, (RosterMonth, KecamatanCode?, int?)? to, int times)
        {
            if (to is not { } node)
            {
                end[from] = end.GetValueOrDefault(from) + times;
                return;
            }

            Of(from)[node] = Of(from).GetValueOrDefault(node) + times;
            Of(node).TryAdd(from, 0);
        }

        public bool Augment((RosterMonth, KecamatanCode?, int?) start)
        {
            var cameFrom = new Dictionary<(RosterMonth, KecamatanCode?, int?), (RosterMonth, KecamatanCode?, int?)> { [start] = start };
            var queue = new Queue<(RosterMonth, KecamatanCode?, int?)>([start]);
            while (queue.TryDequeue(out var node))
            {
                if (end.GetValueOrDefault(node) > 0)
                {
                    end[node]--;
                    for (; node != start; node = cameFrom[node])
                    {
                        room[cameFrom[node]][node]--;
                        room[node][cameFrom[node]]++;
                    }

                    return true;
                }

                foreach (var (next, left) in Of(node))
                {
                    if (left > 0 && cameFrom.TryAdd(next, node))
                    {
                        queue.Enqueue(next);
                    }
                }
            }

            return false;
        }

        private Dictionary<(RosterMonth, KecamatanCode?, int?), int> Of((RosterMonth, KecamatanCode?, int?) node) =>
            room.TryGetValue(node, out var found) ? found : room[node] = [];
    }
}
