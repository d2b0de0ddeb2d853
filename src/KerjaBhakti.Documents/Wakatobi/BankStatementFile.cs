using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Wakatobi.Reconciliation;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// A bank's statement in a file as banks export it: xlsx or csv, its columns matched by their heads; told apart by content, never by name.
/// </summary>
public static partial class BankStatementFile
{
    /// <summary>The largest file that is read, in bytes (2 MiB).</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The most rows.</summary>
    public const int MostRows = 3000;

    private const int Milliseconds = 1000;
    private const int MostHead = 60;

    // In characters of the default font.
    private const double TextWidth = 44;
    private const double OtherWidth = 18;

    /// <summary>The fields of the list, as a page names them to let their columns be chosen; the required ones say so.</summary>
    public static IReadOnlyList<(string Name, bool IsRequired)> Fields { get; } =
    [
        ("Tanggal", true),
        ("Uraian", false),
        ("Keluar (debet)", false),
        ("Masuk (kredit)", false),
        ("Saldo", true),
        ("Nomor referensi", false),
        ("Jumlah, bila masuk dan keluar dalam satu kolom", false),
        ("D/K, bila masuk dan keluar dalam satu kolom", false),
    ];

    /// <summary>What a column holds.</summary>
    internal enum Field
    {
        Date,
        Text,
        Out,
        In,
        Balance,
        Reference,
        Amount,
        Side,
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">What a person said of it; null lets the file say it.</param>
    /// <exception cref="TableUnreadableException">The file is no statement, is damaged, or is larger than one can be.</exception>
    public static StatementSheet Read(byte[] file, TableChoice? choice = null)
    {
        using var table = TableFile.Open(file, MostBytes);
        var candidates = table.Candidates(choice?.Sheet);
        var most = HeadRow.MostTitleRows + MostRows + 2;
        var found = candidates
            .Select(sheet => (Sheet: sheet, Rows: sheet.Load(most)))
            .Select(item => (item.Sheet, Found: (item.Sheet, item.Rows, Columns: ColumnsOf(item.Rows, choice))))
            .Where(item => item.Found.Columns is not null)
            .ToList();
        if (found.Count == 0)
        {
            throw new TableUnreadableException(
                candidates.Select(sheet => sheet.Oddity()).FirstOrDefault(oddity => oddity is not null)
                    ?? "Berkas tidak memuat rekening koran: baris kepalanya harus memuat Tanggal, Debet, Kredit, dan Saldo. Gunakan templat, atau tentukan kolomnya."
            )
            {
                ColumnsInDoubt = true,
            };
        }

        var (sheet, rows, columns) = TableFile.Only(found);
        Sheet.RequireEnd(rows, most);
        var remarks = table.HiddenSheetRemarks().ToList();
        remarks.AddRange(
            candidates
                .Where(other => other != sheet)
                .Select(other => $"Lembar '{other.Name}' tidak memuat rekening koran dan tidak dibaca.")
        );
        var below = columns!.RowsBelow(sheet, rows, remarks).ToList();
        var read = new StatementReading(sheet, columns, remarks).Read(below);
        return read.Rows.Count <= MostRows
            ? read
            : throw new TableUnreadableException($"Berkas memuat lebih dari {MostRows} mutasi; impor bulan demi bulan.");
    }

    /// <summary>An empty statement to type one from paper into, whose balance is reckoned.</summary>
    /// <returns>An xlsx.</returns>
    public static byte[] Template()
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Rekening koran";
        var sheet = workbook.AddWorksheet("Rekening koran");
        foreach (var (index, field) in Fields.Take((int)Field.Amount).Index())
        {
            sheet.Cell(1, index + 1).SetValue(field.Name).Style.Font.SetBold();
        }

        sheet.Columns().Width = OtherWidth;
        sheet.Column((int)Field.Text + 1).Width = TextWidth;
        sheet.Column((int)Field.Date + 1).Style.NumberFormat.Format = "yyyy-mm-dd";
        sheet.Columns((int)Field.Out + 1, (int)Field.Balance + 1).Style.NumberFormat.Format = "#,##0.00";
        sheet.Column((int)Field.Reference + 1).Style.NumberFormat.Format = "@";
        sheet.SheetView.FreezeRows(1);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>The day in a cell, also with a time behind it; null where there is none.</summary>
    internal static DateOnly? DayAt(Sheet sheet, SheetRow row, int column)
    {
        var text = TimeOfDay().Replace(row[column], string.Empty).TrimStart('\'');
        if (row.KindOf(column) is CellKind.Number or CellKind.Formula && text.Contains('.', StringComparison.Ordinal))
        {
            text = text[..text.IndexOf('.', StringComparison.Ordinal)];
        }

        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain))
        {
            return plain;
        }

        return sheet.DateAt(row with { Texts = [.. row.Texts.Select((kept, index) => index == column ? text : kept)] }, column);
    }

    private static FieldColumns<Field>? ColumnsOf(IReadOnlyList<SheetRow> rows, TableChoice? choice)
    {
        if (choice is { NamesColumns: true })
        {
            var chosen = FieldColumns<Field>.Choose(rows, choice, Field.Date, Field.Balance);
            return chosen[Field.Amount] is not null || (chosen[Field.Out] is not null && chosen[Field.In] is not null)
                ? chosen
                : throw new TableUnreadableException("Tentukan kolom Keluar dan Masuk, atau kolom Jumlah.") { ColumnsInDoubt = true };
        }

        return FieldColumns<Field>.Find(rows, FieldOf, Field.Date, Field.Out, Field.In, Field.Balance)
            ?? FieldColumns<Field>.Find(rows, FieldOf, Field.Date, Field.Amount, Field.Balance);
    }

    private static Field? FieldOf(string head)
    {
        if (head.Length > MostHead)
        {
            return null;
        }

        var key = Unit().Replace(FieldColumns<Field>.KeyOf(Spelling.Tidy(head)), string.Empty).Trim();
        return DateHead().IsMatch(key) ? Field.Date
            : TextHead().IsMatch(key) ? Field.Text
            : OutHead().IsMatch(key) ? Field.Out
            : InHead().IsMatch(key) ? Field.In
            : BalanceHead().IsMatch(key) ? Field.Balance
            : ReferenceHead().IsMatch(key) ? Field.Reference
            : SideHead().IsMatch(key) ? Field.Side
            : AmountHead().IsMatch(key) ? Field.Amount
            : null;
    }

    [GeneratedRegex(@"\s*\((rp|idr|rupiah|debet|debit|kredit)\)$|\s+(rp|idr)$", Options, Milliseconds)]
    private static partial Regex Unit();

    [GeneratedRegex(
        "^(tanggal|tgl|date|post date|posting date|transaction date|trx date)( (transaksi|trx|mutasi|posting|buku))?$",
        Options,
        Milliseconds
    )]
    private static partial Regex DateHead();

    [GeneratedRegex(
        "^(uraian|keterangan|deskripsi|rincian|detail|description|transaction description|remarks?)( (transaksi|mutasi))?$",
        Options,
        Milliseconds
    )]
    private static partial Regex TextHead();

    [GeneratedRegex(
        "^((mutasi|jumlah|nominal) )?(debet|debit|keluar|pengeluaran|penarikan|withdrawals?|dana keluar|uang keluar)$",
        Options,
        Milliseconds
    )]
    private static partial Regex OutHead();

    [GeneratedRegex(
        "^((mutasi|jumlah|nominal) )?(kredit|credit|masuk|penerimaan|setoran|deposits?|dana masuk|uang masuk)$",
        Options,
        Milliseconds
    )]
    private static partial Regex InHead();

    [GeneratedRegex("^(saldo|balance|saldo akhir|running balance|ledger balance|saldo rekening)$", Options, Milliseconds)]
    private static partial Regex BalanceHead();

    [GeneratedRegex(
        "^((no|nomor|kode) )?(referensi|ref|reference|bukti|jurnal|transaksi|journal)$|^(reference|journal|ref) (no|number)$",
        Options,
        Milliseconds
    )]
    private static partial Regex ReferenceHead();

    [GeneratedRegex(
        "^(d/k|k/d|d/c|db/cr|db/kr|dr/cr|debet/kredit|debit/kredit|debit/credit|jenis|tipe|type|jenis mutasi|posisi)$",
        Options,
        Milliseconds
    )]
    private static partial Regex SideHead();

    [GeneratedRegex("^(jumlah|nominal|mutasi|amount|nilai|jumlah mutasi|nilai transaksi)$", Options, Milliseconds)]
    private static partial Regex AmountHead();

    [GeneratedRegex(@"[ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2}([.,][0-9]+)?)?( ?(am|pm|wib|wita|wit))?$", Options, Milliseconds)]
    private static partial Regex TimeOfDay();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
