using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>What was read from a file.</summary>
/// <param name="Annex">The table; its year counts for a new draft only, because an update is made in the year of its draft.</param>
/// <param name="FileRows">For each row of the table where it stands in the file, counted from one.</param>
public sealed record ImportSource(Annex Annex, IReadOnlyList<int> FileRows)
{
    /// <summary>What the file leaves in doubt, row by row.</summary>
    public IReadOnlyList<RowDoubt> Doubts { get; init; } = [];

    /// <summary>The file with texts that name no kecamatan read as what a person says they mean, wherever they stand.</summary>
    /// <param name="meant">What each text means.</param>
    public ImportSource Reading(IReadOnlyDictionary<string, AnnexCell> meant) =>
        meant.Count == 0
            ? this
            : this with
            {
                Annex = Annex with
                {
                    Rows =
                    [
                        .. Annex.Rows.Select(row =>
                            row with
                            {
                                Cells =
                                [
                                    .. row.Cells.Select(cell =>
                                        cell.Kecamatan is null && meant.TryGetValue(cell.AsPrinted, out var read) ? read : cell
                                    ),
                                ],
                            }
                        ),
                    ],
                },
            };
}

/// <summary>Something in a file that nobody can read for certain, so that its row must be corrected first.</summary>
/// <param name="Row">The place of the row in the annex, counted from zero.</param>
/// <param name="Sentence">What is in doubt and what to do, in Indonesian.</param>
/// <param name="IsOfNumber">Whether it is the row's number, about which nothing more need be said.</param>
public sealed record RowDoubt(int Row, string Sentence, bool IsOfNumber = false);

/// <summary>What a file is imported into.</summary>
/// <param name="Period">The months the draft has, or shall have.</param>
/// <param name="Rows">The draft's rows in order; empty for a new draft.</param>
public sealed record ImportTarget(RosterPeriod Period, IReadOnlyList<ImportTargetRow> Rows)
{
    /// <summary>A draft that is yet to be made.</summary>
    public static ImportTarget NewDraft(RosterPeriod period) => new(period, []);

    /// <summary>
    /// Whether a draft still has the rows this target had, in the same order and serving the same regions: then numbers still mean the same
    /// rows.
    /// </summary>
    public bool HasRowsOf(ImportTarget other) =>
        Period == other.Period
        && Rows.Select(row => (row.Id, row.Printed.Region?.City))
            .SequenceEqual(other.Rows.Select(row => (row.Id, row.Printed.Region?.City)));
}

/// <summary>A row of the draft a file is imported into.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Printed">Its content, with a cell for each month of the draft.</param>
public sealed record ImportTargetRow(Guid Id, AnnexRow Printed);

/// <summary>What a cell that is empty in the file does to a filled cell of the draft.</summary>
public enum EmptyCells
{
    /// <summary>Nothing: the draft's text stays.</summary>
    Keep,

    /// <summary>It empties it.</summary>
    Clear,
}
