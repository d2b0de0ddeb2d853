using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>One cell that, changed, mends a finding and makes no other.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="From">The kecamatan that stands there.</param>
/// <param name="To">The kecamatan to write.</param>
/// <param name="Reason">Why this one, in Indonesian: "baris 41 dari Jatinegara, yang bertiga".</param>
public sealed record Remedy(RosterCell Cell, KecamatanCode From, KecamatanCode To, string Reason);

/// <summary>What mends a finding of coverage or repetition by moving one row.</summary>
public static class Remedies
{
    /// <summary>
    /// The moves that mend the finding at no loss, the best first; empty for findings of other kinds, and where no single move does. A row
    /// leaves only a kecamatan that can spare it, is not locked, and goes nowhere it is in another month or must never be.
    /// </summary>
    public static IReadOnlyList<Remedy> For(RosterCounts counts, Finding finding) =>
        finding switch
        {
            { Month: { } month, Kecamatan: { } code } when finding.Kind == FindingKind.EmptyDistrictMonth => WhoCanCome(
                counts,
                month,
                code
            ),
            { Month: { } month, Kecamatan: { } code } when finding.Kind == FindingKind.UnevenCoverage => WhoCanLeave(counts, month, code),
            { RowIndex: { } row, Kecamatan: { } code } when finding.Kind == FindingKind.RepeatedDistrict => WhereToGo(counts, row, code),
            _ => [],
        };

    private static IReadOnlyList<Remedy> WhoCanCome(RosterCounts counts, RosterMonth month, KecamatanCode to) =>
        Best(
            counts,
            from cell in CellsIn(counts, month)
            let @from = counts.At(cell)
            where @from is not null && @from != to && CanSpare(counts, month, @from.Value) && CanGo(counts, cell, to)
            select (cell, @from.Value, to)
        );

    private static IReadOnlyList<Remedy> WhoCanLeave(RosterCounts counts, RosterMonth month, KecamatanCode code) =>
        Best(
            counts,
            from cell in CellsIn(counts, month)
            where counts.At(cell) == code
            from target in Targets(counts, cell)
            select (cell, code, target)
        );

    private static IReadOnlyList<Remedy> WhereToGo(RosterCounts counts, int row, KecamatanCode code) =>
        Best(
            counts,
            from month in counts.Annex.Period.Months
            let cell = new RosterCell(row, month)
            where counts.At(cell) == code && CanSpare(counts, month, code)
            from target in Targets(counts, cell)
            select (cell, code, target)
        );

    // Of all the places with room, the emptiest; of several cells to move, the one that mends most.
    private static IReadOnlyList<Remedy> Best(
        RosterCounts counts,
        IEnumerable<(RosterCell Cell, KecamatanCode From, KecamatanCode To)> moves
    ) =>
        [
            .. from move in moves
            let month = move.Cell.Month
            let here = counts.Of(month, move.From)
            let over = here > counts.High(month)
            let repeated = counts.OtherMonthOf(move.Cell, move.From)
            let there = counts.Of(month, move.To)
            let newCity = counts.VisitsOf(move.Cell, move.To.City) == 0
            let losesCity = move.From.City != move.To.City && counts.VisitsOf(move.Cell, move.From.City) == 0
            let totals = counts.TotalOf(move.To) - counts.TotalOf(move.From)
            orderby there, !over, repeated is null, !newCity, losesCity, totals, move.Cell.Row, month, move.To
            select new Remedy(move.Cell, move.From, move.To, Words(counts, move, here, there, repeated, newCity)),
        ];

    private static string Words(
        RosterCounts counts,
        (RosterCell Cell, KecamatanCode From, KecamatanCode To) move,
        int here,
        int there,
        RosterMonth? repeated,
        bool newCity
    )
    {
        var again = repeated is { } month ? $" dan sudah didapatnya pada {month.Name}" : string.Empty;
        var city = newCity ? "; kota baru bagi baris ini" : string.Empty;
        var target = there == 0 ? $"{Name(counts, move.To)}, yang kosong" : $"{Name(counts, move.To)}, yang {ChangeReasons.Company(there)}";
        return $"{counts.RowName(move.Cell.Row)} dari {Name(counts, move.From)}, yang {ChangeReasons.Company(here)}{again}, "
            + $"ke {target} pada {move.Cell.Month.Name}{city}";
    }

    private static IEnumerable<KecamatanCode> Targets(RosterCounts counts, RosterCell cell) =>
        counts
            .InUse.Select(kecamatan => kecamatan.Code)
            .Where(code => code != counts.At(cell) && counts.Of(cell.Month, code) < counts.High(cell.Month) && CanGo(counts, cell, code));

    private static bool CanGo(RosterCounts counts, RosterCell cell, KecamatanCode to) =>
        counts.MayHave(cell, to) && counts.OtherMonthOf(cell, to) is null;

    private static bool CanSpare(RosterCounts counts, RosterMonth month, KecamatanCode from) =>
        counts.Of(month, from) > counts.Low(month) || counts.Limits.LeftOut.Contains(from);

    private static IEnumerable<RosterCell> CellsIn(RosterCounts counts, RosterMonth month) =>
        counts.Annex.Rows.Index().Where(row => !row.Item.IsRegion).Select(row => new RosterCell(row.Index, month));

    private static string Name(RosterCounts counts, KecamatanCode code) => counts.House[code];
}
