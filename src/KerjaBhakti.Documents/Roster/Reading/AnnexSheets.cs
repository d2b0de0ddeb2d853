using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>Which sheets of a file hold the annex, and the annex they hold.</summary>
internal sealed class AnnexSheets(TableFile file, Gazetteer gazetteer)
{
    // Titles, heads, repeated heads and what stands below the table come to far fewer.
    private const int MostFileRows = AnnexTableReader.MostRows + 2000;

    private readonly List<string> remarks = [.. file.HiddenSheetRemarks()];
    private string? nearMiss;

    /// <summary>Reads the annex.</summary>
    /// <exception cref="TableUnreadableException">The file holds none, or several.</exception>
    public AnnexFile Read(AnnexRequest request, string fileName, CancellationToken cancellationToken)
    {
        var chosen = Choose(request);
        var tables = chosen.Select(item => Table(item, request.Columns, cancellationToken)).ToList();
        var rows = tables.SelectMany(item => item.Table.Rows.Select(row => (item.Table, Row: row))).ToList();
        if (rows.Count > AnnexTableReader.MostRows)
        {
            throw new TableUnreadableException(
                "Berkas memuat lebih dari 10.000 baris jadwal; hapus baris yang bukan bagian lampiran lalu simpan ulang."
            );
        }

        remarks.AddRange(tables.SelectMany(item => item.Table.Remarks));
        var numbers = AnnexNumbers.Read([.. rows.Select(item => item.Table.NumberText(item.Row))]);
        if (numbers.AreRoman)
        {
            remarks.Add("Nomor dengan angka Romawi dibaca sebagai angka biasa.");
        }

        var (header, titles) = (tables[0].Header, tables[0].Titles);
        var found = AnnexYear.Resolve(request.Year, header, chosen[0].Sheet.Name, titles, fileName, request.DefaultYear);
        var months = header.MonthsInOrder;
        var annexRows = new List<AnnexRow>(rows.Count);
        foreach (var (_, _, table) in tables)
        {
            annexRows.AddRange(table.ToRows([.. numbers.Numbers.Skip(annexRows.Count).Take(table.Rows.Count)]));
        }

        var doubts = numbers
            .Doubts([.. rows.Select(item => item.Row)], tables[0].Table)
            .Concat(rows.SelectMany((item, index) => item.Table.Faults(item.Row).Select(fault => new RowDoubt(index, fault))))
            .OrderBy(doubt => doubt.Row);
        return new AnnexFile(
            new Annex(
                new RosterPeriod(MonthOf(months[0], found.Year), MonthOf(months[^1], found.Year)),
                annexRows,
                AnnexYear.InstructionDate(titles)
            ),
            found.Source
        )
        {
            FileRows = [.. rows.Select(item => item.Row.Number)],
            UnusedHeads = [.. header.UnusedHeads],
            NumbersByOrder = numbers.ByOrder,
            Remarks = remarks,
            Doubts = [.. doubts],
        };
    }

    private static RosterMonth MonthOf(MonthColumn column, int year) => new(year + column.Turned, column.Month);

    private List<(Sheet Sheet, AnnexHeader Header)> Choose(AnnexRequest request)
    {
        if (request.Columns is { } columns)
        {
            var sheet = file.Sheets.ElementAtOrDefault(columns.Sheet) is { IsHidden: false } visible
                ? visible
                : throw new TableUnreadableException("Lembar yang dipilih tidak ada dalam berkas; pilih lembar lain.")
                {
                    ColumnsInDoubt = true,
                };
            return [(sheet, AnnexHeader.Choose(sheet, sheet.Load(MostFileRows), columns))];
        }

        var candidates = file.Candidates(request.Sheet);
        var found = candidates
            .Select(sheet => (Sheet: sheet, Header: AnnexHeader.Find(sheet, sheet.Load(HeadRow.MostTitleRows + 3), ref nearMiss)))
            .Where(item => item.Header is not null)
            .Select(item => (item.Sheet, Header: item.Header!))
            .ToList();
        var chosen = found.Count switch
        {
            0 => throw Missing(candidates),
            1 => found,
            _ => OfYear(found, request) ?? Continued(found) ?? throw TableFile.Choice([.. found.Select(item => item.Sheet)]),
        };
        remarks.AddRange(
            candidates
                .Except(chosen.Select(item => item.Sheet))
                .Select(sheet =>
                    found.Exists(item => item.Sheet == sheet)
                        ? $"Lembar '{sheet.Name}' juga berisi tabel lampiran dan tidak dibaca."
                        : $"Lembar '{sheet.Name}' tidak berisi baris kepala lampiran dan tidak dibaca."
                )
        );
        return chosen;
    }

    /// <summary>The one sheet of the year that was asked for; null where none or several are.</summary>
    private static List<(Sheet Sheet, AnnexHeader Header)>? OfYear(List<(Sheet Sheet, AnnexHeader Header)> found, AnnexRequest request)
    {
        var years = found.ConvertAll(item =>
            item.Header.FirstYear
            ?? AnnexYear.LastIn(item.Sheet.Name)
            ?? HeadRow
                .TitlesAbove(item.Sheet.Load(HeadRow.MostTitleRows + 3), item.Header.Head.First)
                .Select(AnnexYear.LastIn)
                .LastOrDefault(year => year is not null)
        );
        return request.Year is { } year && years.Count(found => found == year) == 1 ? [found[years.IndexOf(year)]] : null;
    }

    /// <summary>All sheets, where each goes on with the numbers of the one before; null otherwise.</summary>
    private List<(Sheet Sheet, AnnexHeader Header)>? Continued(List<(Sheet Sheet, AnnexHeader Header)> found)
    {
        var last = 0;
        foreach (var (sheet, header) in found)
        {
            var table = new AnnexTableReader(sheet, header, gazetteer);
            var rows = sheet.Load(MostFileRows);
            Sheet.RequireEnd(rows, MostFileRows);
            table.ReadRows(rows.Where(row => row.Number > header.Head.Last), CancellationToken.None);
            var numbers = table.Rows.Select(row => AnnexTableReader.NumberOf(table.NumberText(row))).ToList();
            if (
                !header
                    .MonthsInOrder.Select(month => (month.Order, month.Year))
                    .SequenceEqual(found[0].Header.MonthsInOrder.Select(month => (month.Order, month.Year)))
                || numbers.Count == 0
                || numbers[0] != last + 1
                || numbers[^1] is null
            )
            {
                return null;
            }

            last = numbers[^1]!.Value;
        }

        remarks.Add(
            $"Lampiran bersambung pada {found.Count} lembar ({string.Join(", ", found.Select(item => $"'{item.Sheet.Name}'"))}); semuanya dibaca."
        );
        return found;
    }

    private (AnnexHeader Header, List<string> Titles, AnnexTableReader Table) Table(
        (Sheet Sheet, AnnexHeader Header) item,
        AnnexColumns? columns,
        CancellationToken cancellationToken
    )
    {
        var rows = item.Sheet.Load(MostFileRows);
        if (rows.Count > MostFileRows)
        {
            throw new TableUnreadableException(
                "Berkas memuat lebih dari 10.000 baris jadwal; hapus baris yang bukan bagian lampiran lalu simpan ulang."
            );
        }

        // Which cells are merged is known only now.
        var header = columns is null ? item.Header.WithYears(item.Sheet, item.Sheet.Merges) : item.Header;
        var table = new AnnexTableReader(item.Sheet, header, gazetteer);
        table.ReadRows(rows.Where(row => row.Number > header.Head.Last), cancellationToken);
        return (header, HeadRow.TitlesAbove(rows, header.Head.First), table);
    }

    private TableUnreadableException Missing(IReadOnlyList<Sheet> candidates)
    {
        var monthly = candidates.Where(sheet => MonthColumn.Parse(sheet.Name ?? string.Empty, column: 0) is not null).ToList();
        var message = candidates.Select(sheet => sheet.Oddity()).FirstOrDefault(oddity => oddity is not null)
            ?? (
                monthly.Count > 1
                    ? $"Berkas memuat satu lembar untuk tiap bulan ({string.Join(", ", monthly.Select(sheet => sheet.Name))}); gabungkan dalam satu tabel dengan satu kolom untuk tiap bulan."
                    : nearMiss
                        ?? $"Berkas tidak memuat tabel lampiran: dalam {HeadRow.MostTitleRows + 1} baris pertama harus ada baris kepala yang memuat No, "
                            + "Jabatan/SKPD/UKPD, lalu nama bulan berturut-turut seperti Mei, Juni, Juli."
            );
        return new TableUnreadableException(message) { ColumnsInDoubt = true };
    }
}

/// <summary>What is asked of a file.</summary>
/// <param name="Year">The year of the months; null lets the file say it.</param>
/// <param name="DefaultYear">The year where nobody says one.</param>
/// <param name="Columns">Which columns are which; null lets the file say it.</param>
/// <param name="Sheet">The name of the sheet; null lets the file say it.</param>
internal sealed record AnnexRequest(int? Year, int DefaultYear, AnnexColumns? Columns, string? Sheet);
