using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>A list of staff in a file: the sheet of an xlsx that has the columns, or a csv; told apart by content, never by name.</summary>
public static class StaffFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostCharacters = 300;

    // More digits than a spreadsheet keeps of a number.
    private const int MostDigitsOfNumber = 15;

    // In characters of the default font.
    private const double NameWidth = 36;
    private const double OtherWidth = 22;

    // The first name is the one the template uses; they are compared without full stops.
    private static readonly string[][] Columns =
    [
        ["Nomor pegawai", "NIP", "NIK", "NIP/NIK", "NIP/NIPPPK", "No pegawai", "ID pegawai", "ID", "Nomor induk", "Nomor induk pegawai"],
        ["Nama", "Nama pegawai", "Nama lengkap", "Nama lengkap dan gelar", "Nama dan gelar"],
        ["Unit", "Unit kerja", "Ruangan", "Instalasi", "Bagian", "Tempat tugas"],
        ["Jenis", "Jenis pegawai", "Status", "Status pegawai", "Status kepegawaian", "Golongan", "Gol", "Pangkat/Gol", "Gol/Ruang"],
        ["Bank", "Nama bank"],
        ["Nomor rekening", "No rekening", "No rek", "Rekening", "Norek"],
        ["Pemilik rekening", "Atas nama", "A/n", "Nama rekening", "Nama pemilik rekening"],
        ["Mulai", "TMT", "Mulai tanggal", "Mulai kerja", "Tanggal masuk", "Sejak"],
        ["Selesai", "Sampai", "Berakhir", "Tanggal keluar", "Hari terakhir"],
    ];

    /// <summary>The fields of the list, as a page names them to let their columns be chosen; the required ones say so.</summary>
    public static IReadOnlyList<(string Name, bool IsRequired)> Fields { get; } =
    [.. Columns.Select((names, index) => (names[0], (Column)index is Column.Number or Column.Name))];

    private enum Column
    {
        Number,
        Name,
        Unit,
        Kind,
        Bank,
        Account,
        Holder,
        From,
        To,
    }

    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">What a person said of it; null lets the file say it.</param>
    /// <exception cref="TableUnreadableException">The file is no list of staff, is damaged, holds a cell nobody can read, or is larger than
    /// such a list can be.</exception>
    public static StaffList Read(byte[] file, TableChoice? choice = null)
    {
        using var table = TableFile.Open(file, MostBytes);
        var candidates = table.Candidates(choice?.Sheet);

        // One more than there may be, so that a sheet without end is not read to it.
        var found = candidates
            .Select(sheet => (Sheet: sheet, Rows: sheet.Load(HeadRow.MostTitleRows + StaffImport.MostRows + 2)))
            .Select(item => (item.Sheet, Found: (item.Sheet, item.Rows, Columns: ColumnsOf(item.Rows, choice))))
            .Where(item => item.Found.Columns is not null)
            .ToList();
        if (found.Count == 0)
        {
            throw new TableUnreadableException(
                candidates.Select(sheet => sheet.Oddity()).FirstOrDefault(oddity => oddity is not null)
                    ?? "Berkas tidak memuat daftar pegawai: baris kepalanya harus memuat Nomor pegawai (atau NIP) dan Nama. Gunakan templat, atau tentukan kolomnya."
            )
            {
                ColumnsInDoubt = true,
            };
        }

        var (sheet, rows, columns) = TableFile.Only(found);
        Sheet.RequireEnd(rows, HeadRow.MostTitleRows + StaffImport.MostRows + 2);
        var remarks = table.HiddenSheetRemarks().ToList();
        remarks.AddRange(
            candidates
                .Where(other => other != sheet)
                .Select(other => $"Lembar '{other.Name}' tidak memuat daftar pegawai dan tidak dibaca.")
        );
        var nobody = new List<SheetRow>();
        var read = columns!
            .RowsBelow(sheet, rows, remarks)
            .Select(row => Read(sheet, row, columns, remarks, nobody))
            .OfType<StaffRow>()
            .ToList();
        remarks.AddRange(Furniture.NobodyRemark(nobody, "tidak menyebut pegawai"));
        return read.Count <= StaffImport.MostRows
            ? new StaffList(read, remarks)
            : throw new TableUnreadableException(
                $"Berkas memuat lebih dari {StaffImport.MostRows} pegawai; bagilah menjadi beberapa berkas."
            );
    }

    /// <summary>A list to fill in, with everybody who is in the register.</summary>
    /// <param name="members">Who is in it, in the order they shall stand.</param>
    /// <returns>An xlsx.</returns>
    public static byte[] Template(IReadOnlyList<StaffFacts> members)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Daftar pegawai";
        var sheet = workbook.AddWorksheet("Pegawai");
        foreach (var (index, names) in Columns.Index())
        {
            sheet.Cell(1, index + 1).SetValue(names[0]).Style.Font.SetBold();
        }

        // Numbers as text, or the spreadsheet rounds them and loses the zeros in front.
        sheet.Columns().Width = OtherWidth;
        sheet.Column((int)Column.Name + 1).Width = NameWidth;
        sheet.Column((int)Column.Number + 1).Style.NumberFormat.Format = "@";
        sheet.Column((int)Column.Account + 1).Style.NumberFormat.Format = "@";
        sheet.Columns((int)Column.From + 1, (int)Column.To + 1).Style.NumberFormat.Format = "yyyy-mm-dd";
        foreach (var (index, member) in members.Index())
        {
            var row = index + 2;
            Text(Column.Number, member.Number);
            Text(Column.Name, member.Name);
            Text(Column.Unit, member.Unit);
            Text(Column.Kind, StaffKinds.NameOf(member.Kind));
            Text(Column.Bank, member.Account?.Bank);
            Text(Column.Account, member.Account?.Number);
            Text(Column.Holder, member.Account?.Holder);
            sheet.Cell(row, (int)Column.From + 1).SetValue(member.From.ToDateTime(TimeOnly.MinValue));
            if (member.To is { } last)
            {
                sheet.Cell(row, (int)Column.To + 1).SetValue(last.ToDateTime(TimeOnly.MinValue));
            }

            void Text(Column column, string? text)
            {
                if (!string.IsNullOrEmpty(text))
                {
                    WorkbookText.Set(sheet.Cell(row, (int)column + 1), text);
                }
            }
        }

        sheet
            .Range(2, (int)Column.Kind + 1, StaffImport.MostRows + 1, (int)Column.Kind + 1)
            .SetDataValidation()
            .List($"\"{string.Join(',', StaffKinds.All.Select(StaffKinds.NameOf))}\"");
        sheet.SheetView.FreezeRows(1);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static FieldColumns<Column>? ColumnsOf(IReadOnlyList<SheetRow> rows, TableChoice? choice) =>
        choice is { NamesColumns: true }
            ? FieldColumns<Column>.Choose(rows, choice, Column.Number, Column.Name)
            : FieldColumns<Column>.Find(rows, FieldOf, Column.Number, Column.Name);

    private static Column? FieldOf(string head)
    {
        var key = FieldColumns<Column>.KeyOf(head);
        var index = Array.FindIndex(Columns, names => Array.Exists(names, name => FieldColumns<Column>.KeyOf(name) == key));
        return index < 0 ? null : (Column)index;
    }

    private static StaffRow? Read(Sheet sheet, SheetRow row, FieldColumns<Column> columns, List<string> remarks, List<SheetRow> nobody)
    {
        var (number, name) = (Text(Column.Number), Text(Column.Name));
        if (number.Length + name.Length == 0)
        {
            nobody.Add(row);
            return null;
        }

        if (Furniture.IsTotal(number.Length > 0 ? number : name))
        {
            remarks.Add(Furniture.TotalRemark(row, number.Length > 0 ? number : name));
            return null;
        }

        return new StaffRow(
            row.Number,
            number.TrimStart('\''),
            name,
            Text(Column.Unit),
            Text(Column.Kind),
            Text(Column.Bank),
            Text(Column.Account).TrimStart('\''),
            Text(Column.Holder),
            Text(Column.From),
            Text(Column.To)
        );

        string Text(Column column)
        {
            if (columns[column] is not { } place)
            {
                return string.Empty;
            }

            if (Furniture.Fault(sheet, row, place) is { } fault)
            {
                throw new TableUnreadableException(fault);
            }

            var text = row[place];
            if (text.Length > MostCharacters)
            {
                throw new TableUnreadableException($"Isi {sheet.Where(row.Number, place)} lebih panjang dari {MostCharacters} huruf.");
            }

            return column switch
            {
                Column.From or Column.To => sheet.DateAt(row, place)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? text,
                Column.Number
                or Column.Account
                    when row.KindOf(place) is CellKind.Number or CellKind.Formula
                        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var kept)
                        && Math.Abs(kept) >= Math.Pow(10, MostDigitsOfNumber) => kept.ToString("0.#####E+0", CultureInfo.InvariantCulture),
                _ => text,
            };
        }
    }
}

/// <summary>A list of staff read from a file.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Remarks">What was passed over, and what is read although it looks as if it should not be: one Indonesian sentence
/// each.</param>
public sealed record StaffList(IReadOnlyList<StaffRow> Rows, IReadOnlyList<string> Remarks);
