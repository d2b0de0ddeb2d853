using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>Changes and conflicts of a draft in a few words, as its steps are called and as a return is announced.</summary>
public static class ChangeWords
{
    // Many conflicts say the same thing; the first ones tell where to look.
    private const int MostConflicts = 5;

    /// <summary>"Mei Dinas Tata Air: Cakung → Ciracas" for one change, "40 sel dan 1 baris ditambah" for more.</summary>
    public static string Of(IReadOnlyList<ScheduleChange> changes) => Told(changes) is [var only] ? OfOne(only) : Counts(changes);

    /// <summary>The changes that are worth a line each: the cells of a row that came belong to the row.</summary>
    public static IReadOnlyList<ScheduleChange> Told(IReadOnlyList<ScheduleChange> changes)
    {
        var came = changes.Where(change => change.Kind == ScheduleChangeKind.RowAdded).Select(change => change.RowId).ToHashSet();
        return [.. changes.Where(change => change.Kind == ScheduleChangeKind.RowAdded || !came.Contains(change.RowId))];
    }

    /// <summary>How many cells and rows: "40 sel, 2 jabatan, dan 1 baris dihapus".</summary>
    public static string Counts(IReadOnlyList<ScheduleChange> changes) =>
        Indonesian.List([
            .. Told(changes).GroupBy(change => change.Kind).OrderBy(same => same.Key).Select(same => $"{same.Count()} {Word(same.Key)}"),
        ]);

    /// <summary>One change: "Mei Dinas Tata Air: Cakung → Ciracas".</summary>
    public static string OfOne(ScheduleChange change)
    {
        var label = change.RowLabel.Length == 0 ? "baris tanpa jabatan" : change.RowLabel;
        return change.Kind switch
        {
            ScheduleChangeKind.Cell => $"{change.Month?.Name} {label}: {OrEmpty(change.Before)} → {OrEmpty(change.After)}",
            ScheduleChangeKind.Label => $"jabatan: {OrEmpty(change.Before)} → {OrEmpty(change.After)}",
            ScheduleChangeKind.RowAdded => $"{change.After} ditambah: {label}",
            ScheduleChangeKind.RowRemoved => $"{change.Before.Split(" (")[0]} dihapus: {label}",
            ScheduleChangeKind.RowMoved => $"{label}: {change.Before} → {change.After}",
            ScheduleChangeKind.Region when change.After.Length == 0 => $"{label}: menjadi baris bergilir",
            ScheduleChangeKind.Region => $"{label}: menjadi baris wilayah {change.After}",
        };
    }

    /// <summary>What stands where somebody was faster: "Mei kini 'Menteng' (oleh Budi); Juni kini kosong, dan 3 lagi".</summary>
    public static string Of(IReadOnlyList<AttributedConflict> conflicts)
    {
        var cells = conflicts
            .Take(MostConflicts)
            .Select(item =>
            {
                var place = item.Conflict.Month is { } month ? month.Name : "jabatan";
                var now = item.Conflict.Theirs switch
                {
                    null => "barisnya dihapus",
                    "" => $"{place} kini kosong",
                    var text => $"{place} kini '{text}'",
                };
                return item.By is null ? now : $"{now} (oleh {item.By})";
            });
        var more = conflicts.Count > MostConflicts ? $", dan {conflicts.Count - MostConflicts} lagi" : string.Empty;
        return $"{string.Join("; ", cells)}{more}";
    }

    private static string Word(ScheduleChangeKind kind) =>
        kind switch
        {
            ScheduleChangeKind.Cell => "sel",
            ScheduleChangeKind.Label => "jabatan",
            ScheduleChangeKind.RowAdded => "baris ditambah",
            ScheduleChangeKind.RowRemoved => "baris dihapus",
            ScheduleChangeKind.RowMoved => "baris dipindahkan",
            ScheduleChangeKind.Region => "baris berganti jenis",
        };

    private static string OrEmpty(string text) => text.Length == 0 ? "(kosong)" : text;
}
