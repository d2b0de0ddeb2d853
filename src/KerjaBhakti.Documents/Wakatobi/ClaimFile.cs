using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// Claim totals in a file or a paste: the sheet of an xlsx that has them, or a csv; told apart by content, never by name.
/// </summary>
public static partial class ClaimFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The most rows; there are nine services.</summary>
    public const int MostRows = 200;

    /// <summary>The longest paste, in characters.</summary>
    public const int MostPasted = 20_000;

    private const int Milliseconds = 1000;

    /// <summary>The fields of the list, as a page names them to let their columns be chosen; all are required.</summary>
    public static IReadOnlyList<(string Name, bool IsRequired)> Fields { get; } =
    [("Layanan", true), ("Kasus", true), ("Diajukan (Rp)", true)];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="services">The services, found by code, by name or by what hospitals call them.</param>
    /// <param name="choice">What a person said of the file; null lets the file say it.</param>
    /// <exception cref="TableUnreadableException">The file is no table of claims, is damaged, or is larger than such a table can
    /// be.</exception>
    public static ClaimSheet Read(byte[] file, IReadOnlyList<Service> services, TableChoice? choice = null)
    {
        using var table = TableFile.Open(file, MostBytes);
        var candidates = table.Candidates(choice?.Sheet);
        var filled = candidates.Select(sheet => (Sheet: sheet, Rows: sheet.Load(MostRows))).Where(item => item.Rows.Count > 0).ToList();
        if (filled.Count == 0)
        {
            throw new TableUnreadableException("Berkas tidak memuat satu sel pun yang berisi.");
        }

        if (candidates.Select(sheet => sheet.Oddity()).FirstOrDefault(text => text is not null) is { } oddity)
        {
            throw new TableUnreadableException(oddity);
        }

        var found = filled
            .Select(item => (item.Sheet, Found: (item.Sheet, item.Rows, Columns: ColumnsOf(item.Rows, choice))))
            .Where(item => item.Found.Columns is not null)
            .ToList();

        // Without heads only the template's own order can be meant, and only where the first row is one.
        var (sheet, rows, columns) =
            found.Count > 0 ? TableFile.Only(found)
            : filled is [var only] && StartsWithData(only.Rows, services) ? (only.Sheet, only.Rows, null)
            : throw new TableUnreadableException(
                filled.Exists(item => item.Rows.Count > MostRows)
                    ? $"Berkas memuat lebih dari {MostRows} baris; sisakan satu baris untuk tiap layanan."
                    : "Berkas tidak memuat tabel klaim: baris kepalanya harus memuat Layanan, Kasus, dan Diajukan. Gunakan templat, atau tentukan kolomnya."
            )
            {
                ColumnsInDoubt = true,
            };
        if (rows.Count > MostRows)
        {
            throw new TableUnreadableException($"Berkas memuat lebih dari {MostRows} baris; sisakan satu baris untuk tiap layanan.");
        }

        var remarks = table.HiddenSheetRemarks().ToList();
        remarks.AddRange(
            candidates.Where(other => other != sheet).Select(other => $"Lembar '{other.Name}' tidak memuat tabel klaim dan tidak dibaca.")
        );
        return Read(sheet, rows, columns, isChosen: choice is { NamesColumns: true }, services, remarks);
    }

    /// <summary>Reads what was pasted from a spreadsheet: with heads in any order, without them service, cases, amount.</summary>
    /// <exception cref="TableUnreadableException">It is too long, or its heads leave something open.</exception>
    public static ClaimSheet ReadPaste(string? text, IReadOnlyList<Service> services)
    {
        var pasted = text ?? string.Empty;
        if (pasted.Length > MostPasted)
        {
            throw new TableUnreadableException($"Tempelan lebih panjang dari {MostPasted} huruf; tempel hanya baris layanan.");
        }

        var sheet = new PasteSheet(pasted);
        var rows = sheet.Load(MostRows);
        return Read(sheet, rows, ColumnsOf(rows, choice: null), isChosen: false, services, []);
    }

    /// <summary>Reads a number of cases as people write it; a full stop or a comma groups thousands.</summary>
    /// <exception cref="FundRefusedException">The text is no number from 0 to 2.147.483.647.</exception>
    public static int CasesOf(string? text) => ClaimReading.CasesOf(Spelling.Tidy(text));

    private static FieldColumns<ClaimField>? ColumnsOf(IReadOnlyList<SheetRow> rows, TableChoice? choice) =>
        choice is { NamesColumns: true }
            ? FieldColumns<ClaimField>.Choose(rows, choice, ClaimField.Service, ClaimField.Cases, ClaimField.Amount)
            : FieldColumns<ClaimField>.Find(rows, FieldOf, ClaimField.Service, ClaimField.Cases, ClaimField.Amount);

    private static ClaimSheet Read(
        Sheet sheet,
        IReadOnlyList<SheetRow> rows,
        FieldColumns<ClaimField>? columns,
        bool isChosen,
        IReadOnlyList<Service> services,
        List<string> remarks
    )
    {
        if (columns is null)
        {
            // Whatever stands before the first column with text is margin.
            var first = rows.Select(row => row.Texts.TakeWhile(text => text.Length == 0).Count()).DefaultIfEmpty(0).Min();
            return new ClaimReading(sheet, services, remarks).Read(rows, first, first + 1, first + 2);
        }

        if (!isChosen)
        {
            RequireOneAmount(columns);
        }

        RequireRupiah(sheet, rows, columns);
        var below = columns.RowsBelow(sheet, rows, remarks).ToList();
        return new ClaimReading(sheet, services, remarks).Read(
            below,
            columns[ClaimField.Service]!.Value,
            columns[ClaimField.Cases]!.Value,
            columns[ClaimField.Amount]!.Value
        );
    }

    private static void RequireOneAmount(FieldColumns<ClaimField> columns)
    {
        if (columns.Claiming(ClaimField.Amount, FieldOf) is { Count: > 1 } amounts)
        {
            throw new TableUnreadableException(
                $"Ada {amounts.Count} kolom jumlah rupiah: {string.Join(", ", amounts.Select(column => $"'{columns.Head[column]}'"))}. Tentukan kolom yang diajukan, atau hapus yang lain."
            )
            {
                ColumnsInDoubt = true,
            };
        }
    }

    /// <summary>Figures in thousands or millions would be read as rupiah.</summary>
    private static void RequireRupiah(Sheet sheet, IReadOnlyList<SheetRow> rows, FieldColumns<ClaimField> columns)
    {
        var unit = columns
            .Head.Over(columns[ClaimField.Amount]!.Value, sheet.Merges)
            .Concat(HeadRow.TitlesAbove(rows, columns.Head.First).Where(title => InUnits().IsMatch(title)))
            .FirstOrDefault(text => Thousands().IsMatch(text));
        if (unit is not null)
        {
            throw new TableUnreadableException(
                $"Tabel menyebut '{unit}', sehingga angkanya bukan rupiah penuh; tulis semua jumlah dalam rupiah penuh dan hapus keterangan itu, lalu unggah lagi."
            );
        }
    }

    private static bool StartsWithData(IReadOnlyList<SheetRow> rows, IReadOnlyList<Service> services)
    {
        var texts = rows[0].Texts.SkipWhile(text => text.Length == 0).ToList();
        return rows.Count > MostRows
            || ServiceNames.Find(services, texts[0]) is not null
            || (texts.Count >= 3 && texts[1].Any(char.IsDigit) && texts[2].Any(char.IsDigit));
    }

    private static ClaimField? FieldOf(string head) =>
        head.Length > 60 ? null
        : ServiceHead().IsMatch(head) ? ClaimField.Service
        : CasesHead().IsMatch(head) ? ClaimField.Cases
        : AmountHead().IsMatch(head) && !OtherAmount().IsMatch(head) ? ClaimField.Amount
        : null;

    [GeneratedRegex(
        @"^(jenis |nama |uraian )?(pe)?layanan( kesehatan)?$|^service$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex ServiceHead();

    [GeneratedRegex(
        @"\bkasus\b|^cases?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex CasesHead();

    [GeneratedRegex(
        @"\b(diajukan|pengajuan|tagihan|rupiah|tarif|biaya|nominal|nilai klaim|jumlah klaim|rp)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex AmountHead();

    // Amounts of a later step stand beside those that were filed.
    [GeneratedRegex(
        @"\b(disetujui|layak|pending|dispute|ditolak|dibayar|verifikasi)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex OtherAmount();

    [GeneratedRegex(
        @"\b(ribu(an)?|juta(an)?|miliar|milyar)\b|\b000\)?$|x ?1[.,]?000",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"\b(dalam|rupiah|rp)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex InUnits();

    private enum ClaimField
    {
        Service,
        Cases,
        Amount,
    }
}
