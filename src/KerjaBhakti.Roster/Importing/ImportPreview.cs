using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>
/// What importing a file would do, row by row and cell by cell, before anything is done. A row of the file meets the draft's row of the
/// same number; a number the draft does not have adds a row at its end; rows of the draft the file lacks stay as they are. All or nothing:
/// with one error there are no edits.
/// </summary>
public sealed class ImportPreview
{
    private readonly ImportTarget target;

    internal ImportPreview(ImportTarget target, IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportTargetRow> untouched, string? refusal)
    {
        this.target = target;
        Rows = rows;
        Untouched = untouched;
        Refusal = refusal;
        Errors = rows.Count(row => row.Verdict == RowVerdict.Error);
    }

    /// <summary>The months of the draft.</summary>
    public RosterPeriod Period => target.Period;

    /// <summary>The rows of the file, in its order.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>The rows of the draft the file says nothing of.</summary>
    public IReadOnlyList<ImportTargetRow> Untouched { get; }

    /// <summary>Why the file as a whole cannot be imported, in one Indonesian sentence; null where it can.</summary>
    public string? Refusal { get; }

    /// <summary>How many rows must be corrected.</summary>
    public int Errors { get; }

    /// <summary>Whether the file may be stored: nothing to correct, and something in it.</summary>
    public bool CanBeStored => Refusal is null && Errors == 0 && Rows.Count > 0;

    /// <summary>Whether storing it changes anything.</summary>
    public bool ChangesAnything => Rows.Any(row => row.Verdict is RowVerdict.New or RowVerdict.Changed);

    /// <summary>Looks at a file before it is imported.</summary>
    /// <param name="source">The file.</param>
    /// <param name="target">What it goes into.</param>
    /// <param name="emptyCells">What an empty cell of the file does.</param>
    /// <param name="gazetteer">The names of kecamatan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="house">How the draft, or the annex before it, writes each kecamatan; the canonical names where it is null.</param>
    public static ImportPreview Of(
        ImportSource source,
        ImportTarget target,
        EmptyCells emptyCells,
        Gazetteer gazetteer,
        CancellationToken cancellationToken,
        HouseSpelling? house = null
    ) => new ImportJudge(source, target, emptyCells, gazetteer, house).Judge(cancellationToken);

    /// <summary>How many rows have a verdict.</summary>
    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    /// <summary>How many cells have a verdict.</summary>
    public int Count(CellVerdict verdict) => Rows.Sum(row => row.Cells.Count(cell => cell.Verdict == verdict));

    /// <summary>
    /// Whether the draft, as it is now, still has the rows this preview was made of; cells and labels are checked when they are stored.
    /// </summary>
    public bool StillFits(ImportTarget now) => target.HasRowsOf(now);

    /// <summary>The edits that store the file in its draft, each with what this preview saw there.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be stored.</exception>
    public IReadOnlyList<ScheduleEdit> ToEdits() =>
        CanBeStored
            ? [.. Rows.OrderBy(row => row.Number).SelectMany(row => ImportEdits.Of(row, target.Period))]
            : throw new InvalidOperationException("A file with errors has no edits.");

    /// <summary>The content of a new draft, numbered.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be stored, or goes into a draft that exists.</exception>
    public Annex ToAnnex() =>
        CanBeStored && target.Rows.Count == 0
            ? new Annex(target.Period, [.. Rows.OrderBy(row => row.Number).Select(ToAnnexRow)])
            : throw new InvalidOperationException("Only a file without errors becomes a new draft.");

    /// <summary>Why the file cannot be stored yet, in one Indonesian sentence; null where it can.</summary>
    public string? WhyNot() =>
        this switch
        {
            { Refusal: { } refusal } => refusal,
            { Rows.Count: 0 } => "Tabel dalam berkas tidak memuat satu baris pun.",
            { Errors: > 0 } => string.Create(
                CultureInfo.InvariantCulture,
                $"{Errors} baris bermasalah; perbaiki lebih dahulu, karena berkas diimpor seluruhnya atau tidak sama sekali."
            ),
            _ => null,
        };

    private AnnexRow ToAnnexRow(ImportRow row) =>
        new(
            row.Number,
            row.Label,
            row.Region,
            [
                .. target.Period.Months.Select(month =>
                    row.Cells.FirstOrDefault(cell => cell.Month == month) is { IsWritten: true } cell
                        ? new AnnexCell(cell.Text, cell.Kecamatan?.Code)
                        : AnnexCell.Empty
                ),
            ]
        );
}
