using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>Random requests: annexes that are half filled, with locks, exclusions, kecamatan left out and months without duty.</summary>
internal static class RotationInstance
{
    /// <summary>So few rows, kecamatan and months that every plan can be tried.</summary>
    public static RotationRequest Small(int seed)
    {
        var random = new Random(seed);
        var kecamatan = Seed.Gazetteer.Kecamatan.Where((_, index) => index % 9 == 0).Take(random.Next(2, 5)).ToList();
        var gazetteer = new Gazetteer(Seed.Gazetteer.Cities, kecamatan);
        return Of(
            random,
            gazetteer,
            rows: random.Next(1, 6),
            months: random.Next(1, 4),
            leftOut: random.Next(4) == 0 && kecamatan.Count > 2 ? 1 : 0,
            often: random.Next(1, 6)
        );
    }

    /// <summary>
    /// A request as an office would make it, over all kecamatan; it can always be met, because what is locked was taken from a whole
    /// proposal.
    /// </summary>
    public static RotationRequest Large(int seed)
    {
        var random = new Random(seed);
        var wishes = Of(random, Seed.Gazetteer, rows: random.Next(44, 120), months: random.Next(1, 13), leftOut: random.Next(3), often: 0);
        wishes = wishes with
        {
            Way = RotationWay.New,
            Limits = wishes.Limits with
            {
                Never = Enumerable
                    .Range(0, 30)
                    .Select(_ => new Exclusion(random.Next(wishes.Annex.Rows.Count), Any(random, Seed.Gazetteer)))
                    .ToHashSet(),
            },
        };
        var whole = RotationEngine.Propose(wishes with { Seed = seed }).Annex;
        var locked = RotationRules.Cells(whole).Where(_ => random.Next(10) < 3).Select(cell => cell.At).ToHashSet();
        var messed = whole with
        {
            Rows =
            [
                .. whole.Rows.Select(
                    (row, index) =>
                        row with
                        {
                            Cells =
                            [
                                .. row.Cells.Select(
                                    (cell, month) =>
                                        locked.Contains(new RosterCell(index, whole.Period.Months[month])) || random.Next(5) > 0
                                            ? cell
                                            : Cell(random, Seed.Gazetteer, 0)
                                ),
                            ],
                        }
                ),
            ],
        };
        return wishes with
        {
            Annex = messed,
            Way = random.Next(2) == 0 ? RotationWay.Repair : RotationWay.New,
            Limits = wishes.Limits with { Locked = locked },
            Seed = random.Next(),
        };
    }

    private static RotationRequest Of(Random random, Gazetteer gazetteer, int rows, int months, int leftOut, int often)
    {
        var period = new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, months));
        var annex = new Annex(
            period,
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(row => new AnnexRow(
                        row + 1,
                        $"Badan {row}",
                        Region: null,
                        [.. period.Months.Select(_ => Cell(random, gazetteer, 3))]
                    )),
            ]
        );
        var cells = RotationRules.Cells(annex).Select(cell => cell.At).ToList();
        return new RotationRequest(annex, gazetteer, (RotationWay)random.Next(3))
        {
            Limits = new RotationLimits
            {
                LeftOut = Enumerable.Range(0, leftOut).Select(_ => Any(random, gazetteer)).ToHashSet(),
                Locked = cells.Where(_ => random.Next(20) < 2 * often).ToHashSet(),
                Never = Enumerable
                    .Range(0, random.Next(2 * often + 1))
                    .Select(_ => new Exclusion(random.Next(rows), Any(random, gazetteer)))
                    .ToHashSet(),
                OffDuty = cells.Where(_ => random.Next(12) == 0).ToHashSet(),
            },
            Scope = random.Next(4) == 0 && often > 0 ? cells.Where(_ => random.Next(3) > 0).ToHashSet() : null,
            Seed = random.Next(),
        };
    }

    private static AnnexCell Cell(Random random, Gazetteer gazetteer, int emptyOfTen)
    {
        var kecamatan = gazetteer[Any(random, gazetteer)];
        return random.Next(10) < emptyOfTen ? AnnexCell.Empty : new AnnexCell(kecamatan.Name, kecamatan.Code);
    }

    private static KecamatanCode Any(Random random, Gazetteer gazetteer) =>
        gazetteer.Kecamatan[random.Next(gazetteer.Kecamatan.Count)].Code;
}
