using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>The hard rules, counted plainly: nothing here is shared with what makes proposals.</summary>
internal static class RotationRules
{
    /// <summary>Every rule that the annex breaks.</summary>
    public static IReadOnlyList<string> Broken(RotationRequest request, Annex annex) =>
        [.. Untouched(request, annex), .. Excluded(request, annex), .. Uneven(request, annex), .. Repeated(request, annex)];

    /// <summary>Cells that changed and must not.</summary>
    public static IEnumerable<string> Untouched(RotationRequest request, Annex annex) =>
        from cell in Cells(annex)
        let before = request.Annex.Rows[cell.At.Row].Cells[annex.Period.IndexOf(cell.At.Month)]
        where before != cell.Content
        where Stays(request, cell.At, before)
        select $"{cell.At} stays";

    /// <summary>Cells where a row must not be, or is not filled though it must be.</summary>
    public static IEnumerable<string> Excluded(RotationRequest request, Annex annex) =>
        from cell in Cells(annex)
        let off = request.Limits.OffDuty.Contains(cell.At)
        let stays = Stays(request, cell.At, request.Annex.Rows[cell.At.Row].Cells[annex.Period.IndexOf(cell.At.Month)])
        where
            cell.Content.Kecamatan is { } code
                ? off
                    || request.Limits.Never.Contains(new Exclusion(cell.At.Row, code))
                    || (!stays && request.Limits.LeftOut.Contains(code))
                : !off && !stays
        select $"{cell.At} is wrong: '{cell.Content.AsPrinted}'";

    public static int[] Counts(RotationRequest request, Annex annex, RosterMonth month)
    {
        var here = Cells(annex).Where(cell => cell.At.Month == month).Select(cell => cell.Content.Kecamatan).ToList();
        return [.. InUse(request).Select(code => here.Count(other => other == code))];
    }

    public static IReadOnlyList<KecamatanCode> InUse(RotationRequest request) =>
        [.. request.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Code).Where(code => !request.Limits.LeftOut.Contains(code))];

    public static IEnumerable<(RosterCell At, AnnexCell Content)> Cells(Annex annex) =>
        from row in annex.Rows.Index()
        where !row.Item.IsRegion
        from month in annex.Period.Months
        select (new RosterCell(row.Index, month), row.Item.Cells[annex.Period.IndexOf(month)]);

    private static bool Stays(RotationRequest request, RosterCell at, AnnexCell before) =>
        request.Limits.Locked.Contains(at) || request.Scope?.Contains(at) == false || (request.Way == RotationWay.Fill && !before.IsEmpty);

    private static IEnumerable<string> Uneven(RotationRequest request, Annex annex) =>
        from month in annex.Period.Months
        let counts = Counts(request, annex, month)
        let rows = counts.Sum()
        from count in counts
        where count < rows / counts.Length || count > (rows + counts.Length - 1) / counts.Length
        select $"{month}: a kecamatan has {count} of {rows} rows";

    private static IEnumerable<string> Repeated(RotationRequest request, Annex annex) =>
        from cell in Cells(annex)
        where cell.Content.Kecamatan is { } code && InUse(request).Contains(code)
        group cell by (cell.At.Row, cell.Content.Kecamatan) into same
        where same.Count() > 1 && annex.Period.Months.Count <= InUse(request).Count
        select $"row {same.Key.Row} has {same.Key.Kecamatan} {same.Count()} times";
}
