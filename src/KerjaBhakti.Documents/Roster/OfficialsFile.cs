using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Roster.Reading;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster;

/// <summary>A list of officials in a file: the first sheet of an xlsx that has the columns, or a csv; told apart by content, never by name.</summary>
public static class OfficialsFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostTitleRows = 20;
    private const int MostCharacters = 300;

    // More digits than a spreadsheet keeps of a number.
    private const int MostDigitsOfNumber = 15;

    // In characters of the default font.
    private const double NameWidth = 60;
    private const double OtherWidth = 20;

    // The first name is the one the template uses.
    private static readonly string[][] Columns =
    [
        ["Kode"], ["Jabatan"], ["SKPD/UKPD", "SKPD", "UKPD", "Unit", "Unit kerja"], ["Nama", "Nama pejabat"], ["NIP"], ["Jenis"], ["Mulai", "TMT"], ["Selesai"],
    ];

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
    /// <exception cref="AnnexUnreadableException">The file is no table of officials, is damaged, or is larger than such a list can be.</exception>
    public static IReadOnlyList<OfficialRow> Read(byte[] file) => file.Length switch
    {
        0 => throw new AnnexUnreadableException("Berkas kosong (0 byte); pilih berkas xlsx atau csv."),
        > MostBytes => throw new AnnexUnreadableException("Berkas lebih besar dari 1 MiB; salin daftarnya ke buku kerja baru lalu simpan ulang."),
        _ => SheetsOf(file).Select(Read).OfType<IReadOnlyList<OfficialRow>>().FirstOrDefault()
            ?? throw new AnnexUnreadableException("Berkas tidak memuat daftar pejabat: baris kepalanya harus memuat Jabatan, Nama, dan Mulai. Gunakan templat."),
    };

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

    private static IEnumerable<Sheet> SheetsOf(byte[] file) => FileContent.Recognize(file) switch
    {
        FileContent.Kind.Workbook => WorkbookSheets.Open(file),
        FileContent.Kind.Text => [new CsvSheet(TextContent.Decode(file))],
        _ => throw new AnnexUnreadableException(FileContent.Refusal(file)),
    };

    private static IReadOnlyList<OfficialRow>? Read(Sheet sheet)
    {
        // One more than there may be, so that a sheet without end is not read to it.
        var rows = sheet.Rows().Take(MostTitleRows + OfficialImport.MostRows + 1).ToList();
        foreach (var (index, head) in rows.Take(MostTitleRows).Index())
        {
            var places = Array.ConvertAll(Columns, names => PlaceOf(head, names));
            if (places[(int)Column.Position] is null || places[(int)Column.Name] is null || places[(int)Column.From] is null)
            {
                continue;
            }

            var read = rows.Skip(index + 1).Select(row => Read(sheet, row, places)).OfType<OfficialRow>().ToList();
            return read.Count <= OfficialImport.MostRows
                ? read
                : throw new AnnexUnreadableException($"Berkas memuat lebih dari {OfficialImport.MostRows} pejabat; bagilah menjadi beberapa berkas.");
        }

        return null;
    }

    private static int? PlaceOf(SheetRow head, string[] names)
    {
        var keys = Array.ConvertAll(names, Spelling.Key);
        var place = head.Texts.ToList().FindIndex(text => keys.Contains(Spelling.Key(text)));
        return place < 0 ? null : place;
    }

    private static OfficialRow? Read(Sheet sheet, SheetRow row, int?[] places)
    {
        var (name, nip, from) = (Text(Column.Name), Text(Column.Nip), Text(Column.From));
        return name.Length + nip.Length + from.Length == 0
            ? null
            : new OfficialRow(row.Number, Text(Column.Code), Text(Column.Position), Text(Column.Unit), name, nip, Text(Column.Kind), from, Text(Column.To));

        string Text(Column column)
        {
            if (places[(int)column] is not { } place)
            {
                return string.Empty;
            }

            var text = row[place];
            if (text.Length > MostCharacters)
            {
                throw new AnnexUnreadableException($"Isi {sheet.Where(row.Number, place)} lebih panjang dari {MostCharacters} huruf.");
            }

            return row.Kinds.GetValueOrDefault(place) == CellKind.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? Write(column, text, number)
                : text;
        }
    }

    // A date is kept as the number of its day. A number of eighteen digits is kept with fifteen: it is shown as what is left of it.
    private static string Write(Column column, string text, double number) => column switch
    {
        Column.From or Column.To when number is >= 1 and < 100_000 =>
            DateOnly.FromDateTime(DateTime.FromOADate(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Column.Nip when Math.Abs(number) >= Math.Pow(10, MostDigitsOfNumber) => number.ToString("0.#####E+0", CultureInfo.InvariantCulture),
        _ => text,
    };
}
