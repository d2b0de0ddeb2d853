using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The rows below the header, until the table ends.</summary>
internal sealed class AnnexTableReader(Sheet sheet, AnnexHeader header, Gazetteer gazetteer)
{
    /// <summary>The most rows a table may have.</summary>
    public const int MostRows = 10_000;

    private readonly List<SheetRow> rows = [];

    /// <summary>
    /// Takes the rows of the table and leaves what stands below it. Directly under the table everything is a row. After a blank row a row
    /// needs a number, a post with something in a month, or the name of a place in a month; the first line without any of these (a
    /// signature, a note) ends the table. Beyond that only a line that names a kecamatan in a month is still taken, so that no assignment
    /// is lost.
    /// </summary>
    public void ReadRows(IEnumerator<SheetRow> remaining, CancellationToken cancellationToken)
    {
        var (gap, ended) = (false, false);
        while (remaining.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = remaining.Current;
            gap |= row.AfterGap;
            if (header.IsRepeatedBy(row))
            {
                continue;
            }

            if (header.Columns.All(column => row[column].Length == 0))
            {
                gap = true;
                continue;
            }

            ended |= gap && !LooksLikeRow(row);
            if (!ended || NamesKecamatan(row))
            {
                rows.Add(rows.Count < MostRows
                    ? row
                    : throw new AnnexUnreadableException("Berkas memuat lebih dari 10.000 baris jadwal; hapus baris yang bukan bagian lampiran lalu simpan ulang."));
                (gap, ended) = (false, false);
            }
        }
    }

    /// <summary>The annex, once every row is read.</summary>
    public Annex ToAnnex(int year, DateOnly? instructionDate)
    {
        var merged = MergedRows();
        var months = header.MonthsOfTheYear;
        var period = new RosterPeriod(new RosterMonth(year, months[0].Month), new RosterMonth(year, months[^1].Month));
        return new Annex(period, [.. rows.Select((row, index) => ToRow(row, index, merged))], instructionDate);
    }

    /// <summary>Where each row of the annex stands in the file.</summary>
    public IReadOnlyList<int> FileRows => [.. rows.Select(row => row.Number)];

    private bool LooksLikeRow(SheetRow row) => (header.NumberColumn is { } column && NumberOf(row[column]) is not null)
        || (row[header.LabelColumn].Length > 0 && MonthTexts(row).Any(text => text.Length > 0))
        || NamesKecamatan(row)
        || MonthTexts(row).Any(text => gazetteer.FindCity(text) is not null);

    private bool NamesKecamatan(SheetRow row) => MonthTexts(row).Any(text => gazetteer.FindByName(text) is not null);

    private IEnumerable<string> MonthTexts(SheetRow row) => header.Months.Select(month => row[month.Column]);

    private AnnexRow ToRow(SheetRow row, int index, Dictionary<int, MergedCells> merged)
    {
        var number = header.NumberColumn is { } column ? NumberOf(row[column]) : index + 1;
        var label = Bounded(row, header.LabelColumn, ScheduleRow.LabelLength);

        // A region row's text stands in the leftmost month of the file, whichever month that is.
        var printed = Bounded(row, header.FirstMonthColumn, Assignment.TextLength);
        var texts = header.MonthsOfTheYear.Select(month => Bounded(row, month.Column, Assignment.TextLength)).ToList();
        var city = gazetteer.FindCity(printed);
        if (merged.TryGetValue(row.Number, out var cells))
        {
            return city is not null
                ? RegionRow(city)
                : throw new AnnexUnreadableException(printed.Length == 0
                    ? $"Sel gabungan {cells} kosong; isi nama kota atau kabupaten administrasi, atau pisahkan sel itu."
                    : $"Sel gabungan {cells} berisi '{printed}', bukan nama kota atau kabupaten administrasi; tulis misalnya "
                        + "'Kota Administrasi Jakarta Pusat', atau pisahkan sel itu.");
        }

        return city is not null && texts.Count(text => text.Length > 0) == 1
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
            : throw new AnnexUnreadableException(string.Create(
                CultureInfo.InvariantCulture,
                $"Isi {sheet.Where(row.Number, column)} terlalu panjang ({text.Length} huruf); paling panjang {most} huruf."));
    }

    /// <summary>The merged month cells by row. A merge anywhere else in the table leaves open which cell the text belongs to.</summary>
    private Dictionary<int, MergedCells> MergedRows()
    {
        var merged = new Dictionary<int, MergedCells>();
        if (sheet.Merges.Count == 0)
        {
            return merged;
        }

        var numbers = rows.Select(row => row.Number).Append(header.Row).Order().ToList();
        var (first, last) = (header.Columns.Min(), header.Columns.Max());
        foreach (var cells in sheet.Merges.Where(cells => cells.FirstColumn <= last && cells.LastColumn >= first))
        {
            var next = numbers.BinarySearch(cells.FirstRow);
            var touched = numbers.ElementAtOrDefault(next >= 0 ? next : ~next);
            if (touched < cells.FirstRow || touched > cells.LastRow)
            {
                continue;
            }

            var acrossMonths = cells.FirstRow == cells.LastRow && touched != header.Row
                && cells.FirstColumn == header.FirstMonthColumn && cells.LastColumn == header.LastMonthColumn;
            if (!acrossMonths || !merged.TryAdd(touched, cells))
            {
                throw new AnnexUnreadableException(
                    $"Sel gabungan {cells} ada di dalam tabel; yang boleh digabung hanya semua bulan satu baris wilayah "
                    + $"({header.Months[0].Name} sampai {header.Months[^1].Name}). Pisahkan sel itu.");
            }
        }

        return merged;
    }

    private static int? NumberOf(string text) =>
        int.TryParse(text.EndsWith('.') ? text.AsSpan(0, text.Length - 1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
