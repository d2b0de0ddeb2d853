using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// Staff and points. Programs write csv in UTF-8 with commas and the heads <c>staff_id,name,component,points</c>, decimals with a full
/// stop: <see cref="ReadCsv"/>. People have workbooks and pastes with Indonesian heads and decimal commas: <see cref="ToText"/> and
/// <see cref="ReadText"/>.
/// </summary>
public static partial class StaffPointsFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    // Two thousand staff in ten components; more is no hospital's.
    private const int MostRows = 50_000;

    private static readonly string[] Columns = ["staff_id", "name", "component", "points"];
    private static readonly string Header = string.Join(',', Columns);

    private static readonly string[][] Heads =
    [
        ["staff_id", "staff id", "NIP", "NIK", "NIP/NIK", "ID", "ID pegawai", "Nomor pegawai", "No pegawai", "Nomor induk"],
        ["name", "Nama", "Nama pegawai", "Nama lengkap"],
        ["component", "Komponen"],
        ["points", "Poin", "Point", "Nilai poin", "Jumlah poin"],
    ];

    internal enum Field
    {
        Id,
        Name,
        Component,
        Points,
    }

    /// <summary>Reads the csv that programs write, in the order of its lines.</summary>
    /// <exception cref="FundRefusedException">The file has another form, or points are no decimal number; says every line.</exception>
    public static StaffPointsList ReadCsv(byte[] file)
    {
        try
        {
            var sheet = new CsvSheet(TextContent.Decode(file, utf8Only: true), separator: ',');
            var rows = sheet.Load(MostRows);
            Sheet.RequireEnd(rows, MostRows);
            if (rows.Count == 0 || !rows[0].Texts.SequenceEqual(Columns))
            {
                throw new FundRefusedException($"Baris pertama berkas pegawai harus '{Header}', dengan koma sebagai pemisah.");
            }

            var problems = rows.Skip(1)
                .Where(row => row.Texts.Count != Columns.Length)
                .Select(row => $"Baris {row.Number}: ada {row.Texts.Count} kolom, padahal harus {Columns.Length} ({Header}).");
            return new StaffReading(sheet, isCsv: true).Read(
                rows.Skip(1).Where(row => row.Texts.Count == Columns.Length),
                field => (int)field,
                problems,
                []
            );
        }
        catch (TableUnreadableException unreadable)
        {
            throw new FundRefusedException(
                unreadable
                    .Message.Replace("Berkas CSV", "Berkas pegawai", StringComparison.Ordinal)
                    .Replace("berkas CSV", "berkas pegawai", StringComparison.Ordinal)
            );
        }
    }

    /// <summary>
    /// Reads what somebody pasted or uploaded: the csv of programs, or what a spreadsheet copies, with heads in Indonesian and decimal
    /// commas.
    /// </summary>
    /// <exception cref="FundRefusedException">There are no such heads, or something nobody can read for certain; says every
    /// line.</exception>
    public static StaffPointsList ReadText(string text)
    {
        try
        {
            Sheet sheet = text.TrimStart().Split('\n')[0].Contains('\t', StringComparison.Ordinal)
                ? new PasteSheet(text)
                : new CsvSheet(text);
            var rows = sheet.Load(MostRows);
            Sheet.RequireEnd(rows, MostRows);
            var columns = ColumnsOf(rows)
                ?? throw new FundRefusedException(
                    $"Baris pertama berkas pegawai harus memuat kepala kolom NIP, Nama, Komponen, dan Poin, atau '{Header}'."
                );
            var remarks = new List<string>();
            var below = columns.RowsBelow(sheet, rows, remarks).ToList();
            return new StaffReading(sheet, isCsv: false).Read(below, field => columns[field], [], remarks);
        }
        catch (TableUnreadableException unreadable)
        {
            throw new FundRefusedException(unreadable.Message);
        }
    }

    /// <summary>
    /// A file as text that <see cref="ReadText"/> reads and a person can correct: of a workbook the table as a spreadsheet would copy it,
    /// of a csv its own text.
    /// </summary>
    /// <returns>The text, and what has to be said of the file: hidden rows, columns and sheets, sheets without a table.</returns>
    /// <exception cref="TableUnreadableException">It is no table, or several.</exception>
    public static (string Text, IReadOnlyList<string> Remarks) ToText(byte[] file, string? sheetName = null)
    {
        if (FileContent.Recognize(file) == FileContent.Kind.Text)
        {
            return (TextContent.Decode(file), []);
        }

        using var table = TableFile.Open(file, MostBytes);
        var candidates = table.Candidates(sheetName);
        var found = candidates
            .Select(sheet => (Sheet: sheet, Rows: sheet.Load(MostRows)))
            .Select(item => (item.Sheet, Found: (item.Sheet, item.Rows, Columns: ColumnsOf(item.Rows))))
            .Where(item => item.Found.Columns is not null)
            .ToList();
        if (found.Count == 0)
        {
            throw new TableUnreadableException(
                "Berkas tidak memuat tabel pegawai: baris kepalanya harus memuat NIP, Nama, Komponen, dan Poin."
            )
            {
                ColumnsInDoubt = true,
            };
        }

        var (only, rows, columns) = TableFile.Only(found);
        Sheet.RequireEnd(rows, MostRows);
        var remarks = table.HiddenSheetRemarks().ToList();
        remarks.AddRange(
            candidates.Where(other => other != only).Select(other => $"Lembar '{other.Name}' tidak memuat tabel pegawai dan tidak dibaca.")
        );
        var text = string.Join(
            '\n',
            columns!
                .RowsBelow(only, rows, remarks)
                .Select(row => string.Join('\t', Enum.GetValues<Field>().Select(field => Shown(only, row, columns[field]!.Value))))
                .Prepend("NIP\tNama\tKomponen\tPoin")
        );
        return (text, remarks);
    }

    private static FieldColumns<Field>? ColumnsOf(IReadOnlyList<SheetRow> rows) =>
        FieldColumns<Field>.Find(rows, FieldOf, Field.Id, Field.Name, Field.Component, Field.Points);

    private static Field? FieldOf(string head)
    {
        var key = FieldColumns<Field>.KeyOf(head);
        var index = Array.FindIndex(Heads, names => Array.Exists(names, name => FieldColumns<Field>.KeyOf(name) == key));
        return index < 0 ? null : (Field)index;
    }

    private static string Shown(Sheet sheet, SheetRow row, int column)
    {
        if (Furniture.Fault(sheet, row, column) is { } fault)
        {
            throw new TableUnreadableException(fault);
        }

        // Three decimals would look like a group of thousands.
        return row.KindOf(column) is CellKind.Number or CellKind.Formula && Decimals().IsMatch(row[column])
            ? row[column].Replace('.', ',') + (row[column].Length - row[column].IndexOf('.', StringComparison.Ordinal) == 4 ? "0" : null)
            : row[column];
    }

    [GeneratedRegex("^[0-9]+[.][0-9]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimals();
}

/// <summary>Staff and points that were read.</summary>
/// <param name="Staff">A line for each person and component, in the order of the file.</param>
/// <param name="Remarks">What was passed over or is odd, one Indonesian sentence each.</param>
public sealed record StaffPointsList(IReadOnlyList<StaffPoints> Staff, IReadOnlyList<string> Remarks);
