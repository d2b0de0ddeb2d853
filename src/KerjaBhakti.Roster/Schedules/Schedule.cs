using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// A schedule (jadwal): which post serves which kecamatan in each month of a period. It begins as a draft and becomes the annex of an
/// Instruction, after which it never changes.
/// </summary>
public sealed partial class Schedule
{
    /// <summary>The most rows a schedule holds: ten times the annex of 2015, and still a table that a browser shows at once.</summary>
    public const int MostRows = 1000;

    /// <summary>How many days a deleted draft stays in the bin.</summary>
    public const int DaysInBin = 30;

    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 500;

    private readonly List<ScheduleRow> rows = [];

    private Schedule() { }

    private Schedule(string title, RosterPeriod period, DateTimeOffset createdAt)
    {
        Title = title;
        Year = period.Year;
        FirstMonth = period.First;
        LastMonth = period.Last;
        CreatedAt = createdAt;
        ChangedAt = createdAt;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The title over the table, as printed.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>The first month of the period.</summary>
    public RosterMonth FirstMonth { get; private set; }

    /// <summary>The last month of the period, included.</summary>
    public RosterMonth LastMonth { get; private set; }

    /// <summary>The year it is called by: that of its first month.</summary>
    public int Year { get; private set; }

    /// <summary>Where it stands in its life.</summary>
    public ScheduleStatus Status { get; private set; }

    /// <summary>The Instruction it is the annex of; null while it is a draft.</summary>
    public Instruction? Instruction { get; private set; }

    /// <summary>The key of <see cref="Instruction"/>.</summary>
    public Guid? InstructionId { get; private set; }

    /// <summary>The schedule it was copied from; null where it began empty.</summary>
    public Guid? CopiedFromId { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was put into the bin; null where it was not. Whoever looks for schedules does not find one in the bin.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>Who put it there.</summary>
    public string? DiscardedBy { get; private set; }

    /// <summary>The months.</summary>
    public RosterPeriod Period => new(FirstMonth, LastMonth);

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<ScheduleRow> Rows => rows;

    /// <summary>An empty draft.</summary>
    /// <param name="title">The title over the table.</param>
    /// <param name="period">The months.</param>
    /// <param name="at">Now.</param>
    public static Schedule Draft(string title, RosterPeriod period, DateTimeOffset at) => new(Spelling.Tidy(title), period, at);

    /// <summary>
    /// A draft with the rows of another schedule. With cells, a month of the new period takes those of the same month of the year; months
    /// the other does not have stay empty.
    /// </summary>
    /// <param name="other">The schedule with rows and cells.</param>
    /// <param name="title">The title over the table.</param>
    /// <param name="period">The months.</param>
    /// <param name="withCells">Whether the cells come along.</param>
    /// <param name="at">Now.</param>
    /// <param name="words">The words it begins with; those of the other where none are given. A copy of an amendment needs those of the
    /// Instruction that was amended: it orders anew and amends nothing.</param>
    public static Schedule CopyOf(
        Schedule other,
        string title,
        RosterPeriod period,
        bool withCells,
        DateTimeOffset at,
        InstructionText? words = null
    )
    {
        var copy = new Schedule(Spelling.Tidy(title), period, at)
        {
            CopiedFromId = other.Id,
            Text = words ?? other.Instruction?.Text ?? other.Text,
        };
        foreach (var row in other.OrderedRows())
        {
            var added = new ScheduleRow(Guid.CreateVersion7(), row.Label) { PositionId = row.PositionId, CopiedFromId = row.Id };
            added.ServeRegion(row.Region);
            foreach (var assignment in withCells ? row.Assignments : [])
            {
                if (period.SameMonth(assignment.Month) is { } month)
                {
                    added.Write(month, assignment.Cell);
                }
            }

            copy.rows.Add(added);
        }

        copy.Renumber();
        return copy;
    }

    /// <summary>A draft with the rows of an annex, numbered as the annex numbers them.</summary>
    /// <param name="title">The title over the table.</param>
    /// <param name="annex">The content.</param>
    /// <param name="positions">The post of each row, in the order of the rows; null where a row has none.</param>
    /// <param name="at">Now.</param>
    public static Schedule FromAnnex(string title, Annex annex, IReadOnlyList<Position?> positions, DateTimeOffset at)
    {
        var schedule = new Schedule(Spelling.Tidy(title), annex.Period, at);
        for (var index = 0; index < annex.Rows.Count; index++)
        {
            var source = annex.Rows[index];
            var row = new ScheduleRow(Guid.CreateVersion7(), source.Label, positions[index]) { Order = index, Number = source.Number };
            row.ServeRegion(source.Region);
            for (var month = 0; month < source.Cells.Count; month++)
            {
                row.Write(annex.Period.Months[month], source.Cells[month]);
            }

            schedule.rows.Add(row);
        }

        return schedule;
    }

    /// <summary>Puts a draft into the bin, from which it can come back for <see cref="DaysInBin"/> days.</summary>
    /// <exception cref="EditRefusedException">It is no draft.</exception>
    public void Discard(string by, DateTimeOffset at)
    {
        DemandDraft("Hanya rancangan yang dapat dihapus; lampiran yang sudah ditetapkan disimpan untuk seterusnya.");
        (DiscardedAt, DiscardedBy) = (at, by);
        Touch(at);
    }

    /// <summary>Takes it out of the bin again.</summary>
    public void Restore(DateTimeOffset at)
    {
        (DiscardedAt, DiscardedBy) = (null, null);
        Touch(at);
    }

    /// <summary>The content as it is printed.</summary>
    public Annex ToAnnex() => new(Period, [.. OrderedRows().Select(row => row.ToAnnexRow(Period))], Instruction?.IssuedOn);

    /// <summary>
    /// Makes a group of edits, all or none of them: where one meets what somebody else changed, the conflicts are returned; then, and after
    /// a refusal, this object holds half of the group and must be thrown away unsaved.
    /// </summary>
    /// <exception cref="InvalidOperationException">The schedule is no draft.</exception>
    /// <exception cref="EditRefusedException">An edit is not possible whatever others did: a label too long, a month outside the
    /// period.</exception>
    public EditOutcome Apply(IEnumerable<ScheduleEdit> edits, Gazetteer gazetteer, DateTimeOffset at)
    {
        RequireDraft();
        rows.Sort((left, right) => left.Order.CompareTo(right.Order));
        var changes = new List<ScheduleChange>();
        var conflicts = new List<EditConflict>();
        var inverse = new Stack<IReadOnlyList<ScheduleEdit>>();
        foreach (var edit in edits)
        {
            var row = rows.Find(row => row.Id == edit.RowId);
            var (changesBefore, takesBack) = (changes.Count, InverseOf(edit, row));
            switch (edit)
            {
                case ScheduleEdit.Add add:
                    Add(add, row, changes);
                    break;
                case ScheduleEdit.Remove when row is null:
                    break; // Gone already, as wanted.
                case var _ when row is null:
                    conflicts.Add(new EditConflict(edit.RowId, (edit as ScheduleEdit.WriteCell)?.Month, Mine(edit), Theirs: null));
                    break;
                case ScheduleEdit.WriteCell write:
                    WriteCell(write, row, gazetteer, changes, conflicts);
                    break;
                case ScheduleEdit.Rename rename:
                    Rename(rename, row, changes, conflicts);
                    break;
                case ScheduleEdit.Remove:
                    Remove(row, changes);
                    break;
                case ScheduleEdit.Move move:
                    Move(move, row, changes);
                    break;
                case ScheduleEdit.ServeRegion region:
                    ServeRegion(region, row, gazetteer, changes);
                    break;
                default:
                    throw new NotSupportedException(edit.GetType().Name);
            }

            if (changes.Count > changesBefore)
            {
                inverse.Push(takesBack);
            }
        }

        if (changes.Count > 0)
        {
            Touch(at);
        }

        return new EditOutcome(changes, conflicts, [.. inverse.SelectMany(edits => edits)]);
    }

    private static string Mine(ScheduleEdit edit) =>
        edit switch
        {
            ScheduleEdit.WriteCell write => Spelling.Tidy(write.Text),
            ScheduleEdit.Rename rename => Spelling.Tidy(rename.Label),
            _ => string.Empty,
        };

    private static string RequireLength(string text, int most, string what) =>
        text.Length <= most
            ? text
            : throw new EditRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"{what} paling panjang {most} huruf; yang Anda tulis {text.Length} huruf.")
            );

    private void WriteCell(
        ScheduleEdit.WriteCell write,
        ScheduleRow row,
        Gazetteer gazetteer,
        List<ScheduleChange> changes,
        List<EditConflict> conflicts
    )
    {
        if (!Period.Contains(write.Month))
        {
            throw new EditRefusedException(
                $"Bulan {write.Month.Name} {write.Month.Year.ToString(CultureInfo.InvariantCulture)} tidak termasuk jadwal ini."
            );
        }

        if (row.Region is { } region)
        {
            throw new EditRefusedException(
                $"Baris '{row.Label}' adalah baris wilayah ({region.AsPrinted}); jadikan baris bergilir lebih dahulu."
            );
        }

        var text = RequireLength(Spelling.Tidy(write.Text), Assignment.TextLength, "Isi sel");
        var before = row.CellOf(write.Month).AsPrinted;
        if (text == before)
        {
            return;
        }

        if (before != write.Expected)
        {
            conflicts.Add(new EditConflict(row.Id, write.Month, text, before));
            return;
        }

        row.Write(write.Month, new AnnexCell(text, gazetteer.FindByName(text)?.Code));
        changes.Add(new ScheduleChange(ScheduleChangeKind.Cell, row.Id, row.Label, write.Month, before, text));
    }

    private static void Rename(ScheduleEdit.Rename rename, ScheduleRow row, List<ScheduleChange> changes, List<EditConflict> conflicts)
    {
        var label = RequireLength(Spelling.Tidy(rename.Label), ScheduleRow.LabelLength, "Jabatan");
        if (label.Length == 0 && !rename.MayBeNameless)
        {
            throw new EditRefusedException("Jabatan tidak boleh kosong. Untuk menghapus baris, pakai Hapus baris.");
        }

        if (label == row.Label)
        {
            return;
        }

        if (row.Label != rename.Expected)
        {
            conflicts.Add(new EditConflict(row.Id, Month: null, label, row.Label));
            return;
        }

        changes.Add(new ScheduleChange(ScheduleChangeKind.Label, row.Id, label, Month: null, row.Label, label));
        row.Label = label;
    }

    private void Add(ScheduleEdit.Add add, ScheduleRow? existing, List<ScheduleChange> changes)
    {
        if (existing is not null)
        {
            return; // The same request came twice, as it may after a lost connection.
        }

        if (rows.Count >= MostRows)
        {
            throw new EditRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"Satu jadwal memuat paling banyak {MostRows} baris.")
            );
        }

        var label = RequireLength(Spelling.Tidy(add.Label), ScheduleRow.LabelLength, "Jabatan");
        var row = new ScheduleRow(add.RowId, label) { PositionId = add.PositionId, CopiedFromId = add.CopiedFromId };
        rows.Insert(Math.Clamp(add.Index, 0, rows.Count), row);
        Renumber();
        changes.Add(new ScheduleChange(ScheduleChangeKind.RowAdded, row.Id, label, Month: null, string.Empty, PlaceOf(row)));
    }

    private void Remove(ScheduleRow row, List<ScheduleChange> changes)
    {
        // With what stood in it: the history is the only place where a removed row can still be read.
        var content = ContentOf(row);
        var before = content.Length == 0 ? PlaceOf(row) : $"{PlaceOf(row)} ({content})";
        changes.Add(new ScheduleChange(ScheduleChangeKind.RowRemoved, row.Id, row.Label, Month: null, before, string.Empty));
        rows.Remove(row);
        Renumber();
    }

    private void Move(ScheduleEdit.Move move, ScheduleRow row, List<ScheduleChange> changes)
    {
        var before = PlaceOf(row);
        rows.Remove(row);
        rows.Insert(Math.Clamp(move.Index, 0, rows.Count), row);
        Renumber();
        if (PlaceOf(row) != before)
        {
            changes.Add(new ScheduleChange(ScheduleChangeKind.RowMoved, row.Id, row.Label, Month: null, before, PlaceOf(row)));
        }
    }

    private static void ServeRegion(ScheduleEdit.ServeRegion edit, ScheduleRow row, Gazetteer gazetteer, List<ScheduleChange> changes)
    {
        if (row.RegionCity == edit.City && (edit.AsPrinted is null || edit.AsPrinted == row.RegionAsPrinted))
        {
            return;
        }

        // A made-up code can only come from a crafted request: cities are chosen from the register.
        var city = edit.City is { } code
            ? gazetteer.Cities.FirstOrDefault(city => city.Code == code)
                ?? throw new EditRefusedException($"Kode wilayah '{code}' tidak dikenal.")
            : null;
        var before = ContentOf(row);
        row.ServeRegion(
            city is null ? null : new AnnexRegion(city.Code, RequireLength(edit.AsPrinted ?? city.Name, Assignment.TextLength, "Isi sel"))
        );
        changes.Add(
            new ScheduleChange(ScheduleChangeKind.Region, row.Id, row.Label, Month: null, before, row.RegionAsPrinted ?? string.Empty)
        );
    }

    private static string ContentOf(ScheduleRow row) =>
        row.RegionAsPrinted
        ?? string.Join(", ", row.Assignments.OrderBy(item => item.Month).Select(item => $"{item.Month.Name} {item.AsPrinted}"));

    private static string PlaceOf(ScheduleRow row) => string.Create(CultureInfo.InvariantCulture, $"baris {row.Order + 1}");

    private IEnumerable<ScheduleRow> OrderedRows() => rows.OrderBy(row => row.Order);

    private void Renumber()
    {
        for (var index = 0; index < rows.Count; index++)
        {
            rows[index].Order = index;
            rows[index].Number = index + 1;
        }
    }

    private void RequireDraft()
    {
        if (Status != ScheduleStatus.Draft)
        {
            throw new InvalidOperationException($"Only a draft may change; this schedule is {Status}.");
        }
    }

    private void Touch(DateTimeOffset at)
    {
        Revision++;
        ChangedAt = at;
    }
}

/// <summary>What became of a group of edits: either changes, or conflicts and nothing to save.</summary>
/// <param name="Changes">What was changed, in order.</param>
/// <param name="Conflicts">Where somebody else was faster.</param>
/// <param name="Inverse">The edits that take the changes back, in the order in which they are to be made: afterwards everything is as it
/// was.</param>
public sealed record EditOutcome(
    IReadOnlyList<ScheduleChange> Changes,
    IReadOnlyList<EditConflict> Conflicts,
    IReadOnlyList<ScheduleEdit> Inverse
);

/// <summary>An edit that cannot be made, with the reason in Indonesian for the person who tried.</summary>
public sealed class EditRefusedException(string message) : Exception(message);
