using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>Tries every plan of a small request, cell by cell, with no thought: what it finds or does not find is so.</summary>
internal sealed class EveryPlan
{
    private readonly List<(RosterCell At, KecamatanCode? Fixed, KecamatanCode? Current)> cells = [];
    private readonly IReadOnlyList<KecamatanCode> inUse;
    private readonly HashSet<Exclusion> never;
    private readonly Dictionary<RosterMonth, int> rows = [];
    private readonly Dictionary<(RosterMonth, KecamatanCode), int> counts = [];
    private readonly HashSet<(int, KecamatanCode)> had = [];
    private readonly bool forbidsRepeats;
    private readonly bool contradicts;
    private int fewest = int.MaxValue;

    private EveryPlan(RotationRequest request, IReadOnlyCollection<RosterCell>? bound, IReadOnlyCollection<Exclusion>? excluded)
    {
        inUse = RotationRules.InUse(request);
        never = [.. excluded ?? request.Limits.Never];
        forbidsRepeats = request.Annex.Period.Months.Count <= inUse.Count;
        foreach (var (at, content) in RotationRules.Cells(request.Annex).OrderBy(cell => cell.At.Month))
        {
            var stays =
                request.Limits.Locked.Contains(at)
                || request.Scope?.Contains(at) == false
                || (request.Way == RotationWay.Fill && !content.IsEmpty);
            var place = content.Kecamatan is { } code && inUse.Contains(code) ? code : (KecamatanCode?)null;
            if (request.Limits.OffDuty.Contains(at))
            {
                contradicts |= stays && !content.IsEmpty && bound?.Contains(at) != false;
                continue;
            }

            if (stays && place is null)
            {
                var isExcluded = content.Kecamatan is { } other && never.Contains(new Exclusion(at.Row, other));
                contradicts |= isExcluded && bound?.Contains(at) != false;
                continue;
            }

            cells.Add((at, stays && bound?.Contains(at) != false ? place : null, place));
            rows[at.Month] = rows.GetValueOrDefault(at.Month) + 1;
        }
    }

    /// <summary>The fewest changed cells of any plan that keeps every rule; null where none does.</summary>
    public static int? FewestChanges(RotationRequest request)
    {
        var every = new EveryPlan(request, null, null);
        every.Try(0, 0, stopAtFirst: false);
        return every.fewest == int.MaxValue ? null : every.fewest;
    }

    /// <summary>Whether a plan keeps every rule when, of the cells that stay and the exclusions, only these count.</summary>
    public static bool Exists(RotationRequest request, IReadOnlyCollection<RosterCell> bound, IReadOnlyCollection<Exclusion> excluded)
    {
        var every = new EveryPlan(request, bound, excluded);
        every.Try(0, 0, stopAtFirst: true);
        return every.fewest < int.MaxValue;
    }

    private void Try(int index, int changes, bool stopAtFirst)
    {
        if (contradicts || changes >= fewest || (stopAtFirst && fewest < int.MaxValue))
        {
            return;
        }

        if (index == cells.Count || (index > 0 && cells[index].At.Month != cells[index - 1].At.Month))
        {
            var month = index == 0 ? default : cells[index - 1].At.Month;
            if (index > 0 && inUse.Any(code => counts.GetValueOrDefault((month, code)) < rows[month] / inUse.Count))
            {
                return;
            }

            if (index == cells.Count)
            {
                fewest = changes;
                return;
            }
        }

        var (at, fixedAt, current) = cells[index];
        foreach (var code in fixedAt is { } only ? [only] : inUse)
        {
            var high = (rows[at.Month] + inUse.Count - 1) / inUse.Count;
            if (counts.GetValueOrDefault((at.Month, code)) >= high || never.Contains(new Exclusion(at.Row, code)))
            {
                continue;
            }

            var isNew = had.Add((at.Row, code));
            if (isNew || !forbidsRepeats)
            {
                counts[(at.Month, code)] = counts.GetValueOrDefault((at.Month, code)) + 1;
                Try(index + 1, changes + (code == current ? 0 : 1), stopAtFirst);
                counts[(at.Month, code)]--;
            }

            if (isNew)
            {
                had.Remove((at.Row, code));
            }
        }
    }
}
