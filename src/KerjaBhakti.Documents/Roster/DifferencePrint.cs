using KerjaBhakti.Roster.Differences;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The difference between two annexes with what surrounds it on paper.</summary>
/// <param name="Difference">The changes.</param>
/// <param name="Old">What the old annex is called: "Instruksi Gubernur Nomor 118 Tahun 2015".</param>
/// <param name="New">What the new one is called.</param>
/// <param name="PrintedAt">The moment the file gives as its own date.</param>
public sealed record DifferencePrint(AnnexDifference Difference, string Old, string New, DateTimeOffset PrintedAt)
{
    internal string Title => $"Perubahan lampiran {Old}";

    internal string Count => IsEmpty ? "Tidak ada perubahan." : $"{Difference.Changes.Count} perubahan.";

    internal bool IsEmpty => Difference.IsEmpty;
}
