using System.Globalization;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Differences;

/// <summary>What changed between two annexes, in the order a difference lists it.</summary>
public enum AnnexChangeKind
{
    /// <summary>The annex is of another year; its months are compared with the same months of that year.</summary>
    Year,

    /// <summary>The new annex has a month the old one has not.</summary>
    MonthAdded,

    /// <summary>The old annex has a month the new one has not.</summary>
    MonthDropped,

    /// <summary>A row that the old annex has not.</summary>
    RowAdded,

    /// <summary>A row that the new annex has not.</summary>
    RowRemoved,

    /// <summary>A row with another label.</summary>
    RowRenamed,

    /// <summary>A row that stands elsewhere among the others; one that only makes room for another has not moved.</summary>
    RowMoved,

    /// <summary>A row that serves another city, or became a region row or a rotating one.</summary>
    Region,

    /// <summary>A month with another kecamatan.</summary>
    Kecamatan,

    /// <summary>A month or a region with the same place in another spelling.</summary>
    Spelling,
}

/// <summary>One change between two annexes.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="OldIndex">The row in the old annex, counted from zero; null for a row it has not, and where the change is of no
/// row.</param>
/// <param name="NewIndex">The row in the new annex; null for a row it has not, and where the change is of no row.</param>
/// <param name="Number">The number a reader finds the row by: that of the new annex, or of the old one for a removed row. Null where the
/// change is of no row.</param>
/// <param name="Label">The row's label, of the annex <paramref name="Number"/> is of; empty where the change is of no row.</param>
/// <param name="Month">The month of the new annex, or the dropped one of the old; null where the change is of no single month.</param>
/// <param name="Before">What stood there; empty where nothing did.</param>
/// <param name="After">What stands there; empty where nothing does.</param>
public sealed record AnnexChange(
    AnnexChangeKind Kind,
    int? OldIndex,
    int? NewIndex,
    int? Number,
    string Label,
    RosterMonth? Month,
    string Before,
    string After
)
{
    /// <summary>The change in one Indonesian sentence: "Baris 12, Dinas Tata Air, Agustus: semula Cakung menjadi Ciracas."</summary>
    public string Sentence =>
        Kind switch
        {
            AnnexChangeKind.Year => $"Tahun: semula {Before} menjadi {After}.",
            AnnexChangeKind.MonthAdded => $"Bulan {After}: ditambahkan.",
            AnnexChangeKind.MonthDropped => $"Bulan {Before}: dihapus.",
            AnnexChangeKind.RowAdded => $"{Place}: ditambahkan{(After.Length > 0 ? $", {After}" : string.Empty)}.",
            AnnexChangeKind.RowRemoved => $"{Place}: dihapus{(Before.Length > 0 ? $", semula {Before}" : string.Empty)}.",
            AnnexChangeKind.RowRenamed => $"Baris {NumberText}: nama semula {OrEmpty(Before)} menjadi {OrEmpty(After)}.",
            AnnexChangeKind.RowMoved => $"{Place}: dipindahkan dari baris {Before} ke baris {After}.",
            AnnexChangeKind.Region or AnnexChangeKind.Kecamatan => $"{Place}: semula {OrEmpty(Before)} menjadi {OrEmpty(After)}.",
            AnnexChangeKind.Spelling => $"{Place}: ejaan semula {Before} menjadi {After}.",
        };

    private string NumberText => Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private string Place =>
        string.Join(", ", new[] { $"Baris {NumberText}", Label, Month?.Name ?? string.Empty }.Where(part => part.Length > 0));

    private static string OrEmpty(string text) => text.Length > 0 ? text : "kosong";
}

/// <summary>Names of kinds of change.</summary>
public static class AnnexChangeKinds
{
    /// <summary>What a list of changes of this kind is headed with.</summary>
    public static string Heading(this AnnexChangeKind kind) =>
        kind switch
        {
            AnnexChangeKind.Year => "Tahun berubah",
            AnnexChangeKind.MonthAdded => "Bulan ditambahkan",
            AnnexChangeKind.MonthDropped => "Bulan dihapus",
            AnnexChangeKind.RowAdded => "Baris ditambahkan",
            AnnexChangeKind.RowRemoved => "Baris dihapus",
            AnnexChangeKind.RowRenamed => "Jabatan berganti nama",
            AnnexChangeKind.RowMoved => "Baris dipindahkan",
            AnnexChangeKind.Region => "Wilayah berubah",
            AnnexChangeKind.Kecamatan => "Kecamatan berubah",
            AnnexChangeKind.Spelling => "Ejaan berubah",
        };
}
