using System.Globalization;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The rows below the header, until the table ends.</summary>
internal sealed class AnnexTableReader(Sheet sheet, AnnexHeader header, Gazetteer gazetteer)
{
    /// <summary>The most rows a table may have.</summary>
    public const int MostRows = 10_000;

    private readonly List<SheetRow> rows = [];
    private readonly List<(SheetRow Row, bool AfterGap)> sections = [];
    private readonly List<SheetRow> below = [];
    private readonly List<string> remarks = [];
    private int lastNumber;
    private bool gap;
    private bool ended;

    /// <summary>The rows that were read.</summary>
    public IReadOnlyList<SheetRow> Rows => rows;

    /// <summary>What was passed over or is odd, one Indonesian sentence each.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>
    /// Takes the rows of the table and leaves what stands below it. Directly under the table everything is a row. After a blank row a row
    /// needs a number, a post with something in a month, or the name of a place in a month; the first line without any of these (a
    /// signature, a note) ends the table. Beyond that only a line that names a kecamatan in a month is still taken, so that no assignment
    /// is lost. A title of a section, which has no number and no month and leaves no gap in the numbers, is no row.
    /// </summary>
    public void ReadRows(IEnumerable<SheetRow> remaining, CancellationToken cancellationToken)
    {
        remarks.AddRange(sheet.HiddenColumnRemarks(header.Columns));
        foreach (var row in remaining)
        {
            cancellationToken.ThrowIfCancellationRequested();
            gap |= row.AfterGap;
            if (!IsFurniture(row))
            {
                Take(row);
            }
        }

        // What is followed by no number is no title: a row that lacks its number stays a row.
        sections.ForEach(section => TakeRow(section.Row, section.AfterGap));
        sections.Clear();
        if (below.Count > 0)
        {
            remarks.Add(
                $"Di bawah tabel: {string.Join("; ", below.Take(3).Select(Shown))}{(below.Count > 3 ? "; …" : null)}. Tidak dibaca sebagai jadwal (baris {below[0].Number}"
                    + $"{(below.Count > 1 ? $" s.d. {below[^1].Number}" : null)} berkas)."
            );
        }
    }

    /// <summary>The rows of the annex.</summary>
    /// <param name="numbers">The number of each row; null where it has none.</param>
    public IReadOnlyList<AnnexRow> ToRows(IReadOnlyList<int?> numbers)
    {
        var merged = MergedRows();
        return [.. rows.Select((row, index) => ToRow(row, numbers[index], merged))];
    }

    /// <summary>The text in the column of numbers; empty where the table has none.</summary>
    public string NumberText(SheetRow row) => header.NumberColumn is { } column ? row[column] : string.Empty;

    /// <summary>What the row is called in a sentence.</summary>
    public string Label(SheetRow row) => row[header.LabelColumn];

    /// <summary>What keeps cells of a row from being read.</summary>
    public IEnumerable<string> Faults(SheetRow row) =>
        header.Columns.Select(column => Furniture.Fault(sheet, row, column)).OfType<string>();

    /// <summary>The number in a text; null where there is none.</summary>
    public static int? NumberOf(string text) =>
        int.TryParse(
            text.EndsWith('.') ? text.AsSpan(0, text.Length - 1) : text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private bool IsFurniture(SheetRow row)
    {
        if (header.Head.IsRepeatedBy(row, header.Columns))
        {
            return true;
        }

        if (header.Columns.All(column => row[column].Length == 0 && row.KindOf(column) != CellKind.EmptyFormula))
        {
            gap = true;
            return true;
        }

        if (rows.Count == 0 && Furniture.IsColumnNumbers(row, header.Columns))
        {
            remarks.Add(Furniture.ColumnNumbersRemark(row));
            return true;
        }

        return IsTotal(row);
    }

    private bool IsTotal(SheetRow row)
    {
        var words = row.Texts.Take(header.FirstMonthColumn).FirstOrDefault(text => text.Length > 0 && NumberOf(text) is null)
            ?? string.Empty;
        if (!Furniture.IsTotal(words) || NamesPlace(row) || NumberOf(NumberText(row)) is not null)
        {
            return false;
        }

        remarks.Add(Furniture.TotalRemark(row, words));
        foreach (var month in header.Months)
        {
            var counted = rows.Count(other => other[month.Column].Length > 0);
            if (NumberOf(row[month.Column]) is { } written && written != counted)
            {
                remarks.Add(
                    $"{sheet.WhereFirst(row.Number, month.Column)} menyebut {written} untuk {month.Name}, padahal {counted} baris terisi; periksa apakah ada baris yang hilang."
                );
            }
        }

        return true;
    }

    private void Take(SheetRow row)
    {
        var number = NumberOf(NumberText(row));
        if (
            header.NumberColumn is not null
            && number is null
            && MonthTexts(row).All(text => text.Length == 0)
            && !Faults(row).Any()
            && !ended
        )
        {
            sections.Add((row, gap));
            return;
        }

        if (number is { } next && sections.Count > 0)
        {
            // A list below the table ("Tembusan: 1. …") is numbered as well, and assigns nothing.
            if ((next == lastNumber + 1 || next == 1) && MonthTexts(row).Any(text => text.Length > 0))
            {
                remarks.AddRange(
                    sections.Select(section => $"Baris {section.Row.Number} berkas ('{Shown(section.Row)}') adalah judul bagian; dilewati.")
                );
                (gap, ended) = (false, false);
            }
            else
            {
                sections.ForEach(section => TakeRow(section.Row, section.AfterGap));
            }

            sections.Clear();
        }
        else if (sections.Count > 0)
        {
            sections.ForEach(section => TakeRow(section.Row, section.AfterGap));
            sections.Clear();
        }

        TakeRow(row, gap);
    }

    private void TakeRow(SheetRow row, bool afterGap)
    {
        ended |= afterGap && !LooksLikeRow(row);
        if (ended && !NamesKecamatan(row))
        {
            below.Add(row);
            return;
        }

        rows.Add(
            rows.Count < MostRows
                ? row
                : throw new TableUnreadableException(
                    "Berkas memuat lebih dari 10.000 baris jadwal; hapus baris yang bukan bagian lampiran lalu simpan ulang."
                )
        );
        lastNumber = NumberOf(NumberText(row)) ?? lastNumber;
        (gap, ended) = (false, false);
        if (row.IsHidden)
        {
            remarks.Add(Furniture.HiddenRowRemark(row, Shown(row)));
        }
    }

    private bool LooksLikeRow(SheetRow row) =>
        NumberOf(NumberText(row)) is not null || (Label(row).Length > 0 && MonthTexts(row).Any(text => text.Length > 0)) || NamesPlace(row);

    private bool NamesPlace(SheetRow row) => NamesKecamatan(row) || MonthTexts(row).Any(text => gazetteer.FindCity(text) is not null);

    private bool NamesKecamatan(SheetRow row) => MonthTexts(row).Any(text => gazetteer.FindByName(text) is not null);

    private IEnumerable<string> MonthTexts(SheetRow row) => header.Months.Select(month => row[month.Column]);

    private static string Shown(SheetRow row)
    {
        var text = string.Join(' ', row.Texts.Where(text => text.Length > 0));
        return text.Length <= 60 ? text : $"{text[..60]}…";
    }

    // There may be one city only.
    private City ExampleCity => gazetteer.Cities[Math.Min(1, gazetteer.Cities.Count - 1)];

    private AnnexRow ToRow(SheetRow row, int? number, Dictionary<int, MergedCells> merged)
    {
        var label = Bounded(row, header.LabelColumn, ScheduleRow.LabelLength);

        // A region row's text stands in the leftmost month of the file, whichever month that is.
        var printed = Bounded(row, header.FirstMonthColumn, Assignment.TextLength);
        var texts = header.MonthsInOrder.Select(month => Bounded(row, month.Column, Assignment.TextLength)).ToList();
        var city = gazetteer.FindCity(printed);
        if (merged.TryGetValue(row.Number, out var cells))
        {
            return city is not null
                ? RegionRow(city)
                : throw new TableUnreadableException(
                    printed.Length == 0
                        ? $"Sel gabungan {cells} kosong; isi nama {Served.Cities("atau")}, atau pisahkan sel itu."
                        : $"Sel gabungan {cells} berisi '{printed}', bukan nama {Served.Cities("atau")}; tulis misalnya "
                            + $"'{(gazetteer.GuessCity(printed) ?? ExampleCity).Name}', atau pisahkan sel itu."
                );
        }

        // One city in one month, or the same in each, is the region of the whole period.
        return city is not null && (texts.Count(text => text.Length > 0) == 1 || texts.TrueForAll(text => gazetteer.FindCity(text) == city))
            ? RegionRow(city)
            : new AnnexRow(number, label, Region: null, [.. texts.Select(text => new AnnexCell(text, gazetteer.FindByName(text)?.Code))]);

        AnnexRow RegionRow(City region) =>
            new(number, label, new AnnexRegion(region.Code, printed), [.. texts.Select(_ => AnnexCell.Empty)]);
    }

    private string Bounded(SheetRow row, int column, int most)
    {
        var text = row[column];
        return text.Length <= most
            ? text
            : throw new TableUnreadableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Isi {sheet.Where(row.Number, column)} terlalu panjang ({(text.Length > CellText.Most ? $"lebih dari {CellText.Most}" : text.Length)} huruf); paling panjang {most} huruf."
                )
            );
    }

    /// <summary>The merged month cells by row. A merge anywhere else in the table leaves open which cell the text belongs to.</summary>
    private Dictionary<int, MergedCells> MergedRows()
    {
        var merged = new Dictionary<int, MergedCells>();
        if (sheet.Merges.Count == 0)
        {
            return merged;
        }

        // Heads over several rows, and heads of which a person said what they mean, may be merged as they like.
        var isSimple = header.Head.Rows.Count == 1 && !header.IsChosen;
        var numbers = (isSimple ? rows.Select(row => row.Number).Append(header.Head.Last) : rows.Select(row => row.Number))
            .Order()
            .ToList();
        var (first, last) = (header.Columns.Min(), header.Columns.Max());
        foreach (var cells in sheet.Merges.Where(cells => cells.FirstColumn <= last && cells.LastColumn >= first))
        {
            var next = numbers.BinarySearch(cells.FirstRow);
            var touched = numbers.ElementAtOrDefault(next >= 0 ? next : ~next);
            if (touched < cells.FirstRow || touched > cells.LastRow)
            {
                continue;
            }

            var acrossMonths =
                cells.FirstRow == cells.LastRow
                && touched != header.Head.Last
                && cells.FirstColumn == header.FirstMonthColumn
                && cells.LastColumn == header.LastMonthColumn;
            if (!acrossMonths || !merged.TryAdd(touched, cells))
            {
                throw new TableUnreadableException(
                    $"Sel gabungan {cells} ada di dalam tabel; yang boleh digabung hanya semua bulan satu baris wilayah "
                        + $"({header.Months[0].Name} sampai {header.Months[^1].Name}). Pisahkan sel itu."
                );
            }
        }

        return merged;
    }
}
