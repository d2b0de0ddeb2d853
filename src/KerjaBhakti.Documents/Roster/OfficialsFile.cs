using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Documents.Roster;

/// <summary>
/// A list of officials in a file: the sheet of an xlsx that has the columns, or a csv; told apart by content, never by name.
/// </summary>
public static class OfficialsFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    // A template has a row for every position, whoever of them is named.
    private const int MostFileRows = 5000;

    private const int MostCharacters = 300;

    // More digits than a spreadsheet keeps of a number.
    private const int MostDigitsOfNumber = 15;

    // In characters of the default font.
    private const double NameWidth = 60;
    private const double OtherWidth = 20;

    // The first name is the one the template uses; they are compared without full stops.
    private static readonly string[][] Columns =
    [
        ["Kode", "Kode jabatan"],
        ["Jabatan", "Nama jabatan"],
        ["SKPD/UKPD", "SKPD", "UKPD", "OPD", "Unit", "Unit kerja", "Perangkat daerah"],
        ["Nama", "Nama pejabat", "Nama lengkap", "Nama pegawai", "Nama dan gelar", "Nama lengkap dan gelar", "Pejabat"],
        ["NIP", "NIP/NRK", "NIP/NRP", "Nomor induk pegawai"],
        ["Jenis", "Jenis jabatan", "Jenis penugasan", "Status", "Status jabatan"],
        ["Mulai", "TMT", "TMT jabatan", "Mulai tanggal", "Tanggal mulai", "Terhitung mulai tanggal", "Sejak"],
        ["Selesai", "Sampai", "Sampai tanggal", "Tanggal selesai", "Berakhir", "Hari terakhir"],
    ];

    /// <summary>The fields of the list, as a page names them to let their columns be chosen; the required ones say so.</summary>
    public static IReadOnlyList<(string Name, bool IsRequired)> Fields { get; } =
    [.. Columns.Select((names, index) => (names[0], (Column)index is Column.Position or Column.Name or Column.From))];

    private enum Column
    {
        Code,
        Position,
        Unit,
        Name,
        Nip,
        Kind,
        From,
        To,
    }

    /// <summary>Reads the rows in which somebody is named; a template's empty rows are left out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">What a person said of it; null lets the file say it.</param>
    /// <exception cref="TableUnreadableException">The file is no table of officials, is damaged, or is larger than such a list can
    /// be.</exception>
    public static OfficialsList Read(byte[] file, TableChoice? choice = null)
    {
        using var table = TableFile.Open(file, MostBytes);
        var candidates = table.Candidates(choice?.Sheet);

        // One more than there may be, so that a sheet without end is not read to it.
        var found = candidates
            .Select(sheet => (Sheet: sheet, Rows: sheet.Load(MostFileRows)))
            .Select(item =>
                (
                    item.Sheet,
                    Found: (
                        item.Sheet,
                        item.Rows,
                        Columns: choice is { NamesColumns: true }
                            ? FieldColumns<Column>.Choose(item.Rows, choice, Column.Position, Column.Name, Column.From)
                            : FieldColumns<Column>.Find(item.Rows, FieldOf, Column.Position, Column.Name, Column.From)
                    )
                )
            )
            .Where(item => item.Found.Columns is not null)
            .ToList();
        if (found.Count == 0)
        {
            throw new TableUnreadableException(
                candidates.Select(sheet => sheet.Oddity()).FirstOrDefault(oddity => oddity is not null)
                    ?? "Berkas tidak memuat daftar pejabat: baris kepalanya harus memuat Jabatan, Nama, dan Mulai. Gunakan templat, atau tentukan kolomnya."
            )
            {
                ColumnsInDoubt = true,
            };
        }

        var (sheet, rows, columns) = TableFile.Only(found);
        Sheet.RequireEnd(rows, MostFileRows);
        var remarks = table.HiddenSheetRemarks().ToList();
        remarks.AddRange(
            candidates
                .Where(other => other != sheet)
                .Select(other => $"Lembar '{other.Name}' tidak memuat daftar pejabat dan tidak dibaca.")
        );
        var nobody = new List<SheetRow>();
        var read = columns!
            .RowsBelow(sheet, rows, remarks)
            .Select(row => Read(sheet, row, columns, remarks, nobody))
            .OfType<OfficialRow>()
            .ToList();
        remarks.AddRange(Furniture.NobodyRemark(nobody, "tidak menyebut pejabat"));
        return read.Count <= OfficialImport.MostRows
            ? new OfficialsList(read, remarks)
            : throw new TableUnreadableException(
                $"Berkas memuat lebih dari {OfficialImport.MostRows} pejabat; bagilah menjadi beberapa berkas."
            );
    }

    /// <summary>A list to fill in, with every position.</summary>
    /// <param name="positions">The positions with their work units, in the order they shall stand.</param>
    /// <returns>An xlsx.</returns>
    public static byte[] Template(IReadOnlyList<Position> positions)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Daftar pejabat";
        var sheet = workbook.AddWorksheet("Pejabat");
        foreach (var (index, names) in Columns.Index())
        {
            sheet.Cell(1, index + 1).SetValue(names[0]).Style.Font.SetBold();
        }

        foreach (var (index, position) in positions.Index())
        {
            sheet.Cell(index + 2, (int)Column.Code + 1).SetValue(position.Id);
            sheet.Cell(index + 2, (int)Column.Position + 1).SetValue(position.Name);
            sheet.Cell(index + 2, (int)Column.Unit + 1).SetValue(position.WorkUnit.Name);
        }

        sheet.Columns().Width = OtherWidth;
        sheet.Columns((int)Column.Position + 1, (int)Column.Name + 1).Width = NameWidth;

        // As text, or the spreadsheet rounds the number.
        sheet.Column((int)Column.Nip + 1).Style.NumberFormat.Format = "@";
        sheet.Columns((int)Column.From + 1, (int)Column.To + 1).Style.NumberFormat.Format = "yyyy-mm-dd";
        sheet.Range(2, (int)Column.Kind + 1, positions.Count + 1, (int)Column.Kind + 1).SetDataValidation().List("\"Definitif,Plt.,Plh.\"");
        sheet.SheetView.FreezeRows(1);

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static Column? FieldOf(string head)
    {
        var key = FieldColumns<Column>.KeyOf(head);
        var index = Array.FindIndex(Columns, names => Array.Exists(names, name => FieldColumns<Column>.KeyOf(name) == key));
        return index < 0 ? null : (Column)index;
    }

    private static OfficialRow? Read(Sheet sheet, SheetRow row, FieldColumns<Column> columns, List<string> remarks, List<SheetRow> nobody)
    {
        var (position, name, nip, from) = (Text(Column.Position), Text(Column.Name), Text(Column.Nip), Text(Column.From));
        if (name.Length + nip.Length + from.Length == 0 && !Furniture.IsTotal(position))
        {
            nobody.Add(row);
            return null;
        }

        if (Furniture.IsTotal(position.Length > 0 ? position : name) && from.Length == 0)
        {
            remarks.Add(Furniture.TotalRemark(row, position.Length > 0 ? position : name));
            return null;
        }

        return new OfficialRow(
            row.Number,
            Text(Column.Code),
            position,
            Text(Column.Unit),
            name,
            nip,
            Text(Column.Kind),
            from,
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
                Column.Nip
                    when row.KindOf(place) is CellKind.Number or CellKind.Formula
                        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => WriteNip(
                    text,
                    number
                ),
                _ => text,
            };
        }
    }

    // A number of eighteen digits is kept with fifteen: it is shown as what is left of it.
    private static string WriteNip(string text, double number) =>
        Math.Abs(number) >= Math.Pow(10, MostDigitsOfNumber) ? number.ToString("0.#####E+0", CultureInfo.InvariantCulture) : text;
}

/// <summary>A list of officials read from a file.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Remarks">What was passed over, and what is read although it looks as if it should not be: one Indonesian sentence
/// each.</param>
public sealed record OfficialsList(IReadOnlyList<OfficialRow> Rows, IReadOnlyList<string> Remarks);
