using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi.Reconciliation;
using Field = KerjaBhakti.Documents.Wakatobi.BankStatementFile.Field;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>Reads the rows of a statement, once it is known which column is which.</summary>
internal sealed partial class StatementReading(Sheet sheet, FieldColumns<Field> columns, List<string> remarks)
{
    private const int Milliseconds = 1000;
    private static readonly Field[] Figures = [Field.Out, Field.In, Field.Amount, Field.Balance];

    private readonly List<StatementRow> read = [];
    private readonly List<SheetRow> passed = [];
    private long? opening;
    private long? closing;
    private int continued;

    public StatementSheet Read(IReadOnlyList<SheetRow> rows)
    {
        var amounts = new StatementAmounts(
            rows.SelectMany(row => Figures.Select(field => (row, column: columns[field])))
                .Where(cell => cell.column is { } column && cell.row.KindOf(column) == CellKind.Text)
                .Select(cell => cell.row[cell.column!.Value])
        );
        foreach (var row in rows)
        {
            Read(row, amounts);
        }

        if (continued > 0)
        {
            remarks.Add($"{continued} baris lanjutan uraian digabungkan dengan mutasi di atasnya.");
        }

        remarks.AddRange(Furniture.NobodyRemark(passed, "tidak memuat mutasi"));
        return new StatementSheet(read, opening, closing, remarks);
    }

    private void Read(SheetRow row, StatementAmounts amounts)
    {
        if (Fault(row) is { } fault)
        {
            Refuse(row, fault);
            return;
        }

        var problems = new List<string?>
        {
            Amount(row, amounts, Field.Out, out var outgoing),
            Amount(row, amounts, Field.In, out var incoming),
            Amount(row, amounts, Field.Balance, out var balance),
            Sided(row, amounts, ref incoming, ref outgoing),
        };
        var problem = problems.Find(found => found is not null);
        var words = Words(row);
        if (Edge(words) is { } edge && problem is null && columns[Field.Balance] is { } place && row[place].Length > 0)
        {
            (opening, closing) = edge switch
            {
                'A' => (opening ?? balance, closing),
                'Z' => (opening, balance),
                _ => (opening, closing),
            };
            if (edge == 'P')
            {
                // The balance carried to the next printed page.
                passed.Add(row);
                return;
            }

            remarks.Add($"Baris {row.Number} berkas ('{words}') dibaca sebagai saldo {(edge == 'A' ? "awal" : "akhir")}.");
            return;
        }

        if (words.Length > 0 && Furniture.IsTotal(words))
        {
            Total(row, words, outgoing, incoming);
            return;
        }

        if (Figures.All(field => Text(row, field).Length == 0))
        {
            Continue(row);
            return;
        }

        var on = columns[Field.Date] is { } date ? BankStatementFile.DayAt(sheet, row, date) : null;
        problem ??=
            on is null ? $"{Where(row, Field.Date)}: tanggal '{Text(row, Field.Date)}' tidak terbaca; tulis misalnya 31/01/2024."
            : Text(row, Field.Balance).Length == 0 ? $"{Where(row, Field.Balance)}: saldo kosong; setiap mutasi harus mempunyai saldo."
            : incoming != 0 && outgoing != 0 ? $"{Where(row, Field.In)}: masuk dan keluar terisi bersama-sama."
            : null;
        read.Add(
            problem is null
                ? new StatementRow(row.Number, on, Text(row, Field.Text), Reference(row), incoming, outgoing, balance)
                : new StatementRow(row.Number, on, Text(row, Field.Text), Reference(row), 0, 0, 0, problem)
        );
    }

    private void Refuse(SheetRow row, string problem) =>
        read.Add(new StatementRow(row.Number, null, Text(row, Field.Text), Reference(row), 0, 0, 0, problem));

    /// <summary>A line of totals is no movement, and what it says must be what was read above it.</summary>
    private void Total(SheetRow row, string words, long outgoing, long incoming)
    {
        var (gone, come) = (read.Sum(line => line.Out), read.Sum(line => line.In));
        if (columns[Field.Out] is not null && ((outgoing != 0 && outgoing != gone) || (incoming != 0 && incoming != come)))
        {
            Refuse(
                row,
                $"Baris {row.Number}: jumlah keluar {StatementImport.Money(outgoing)} dan masuk {StatementImport.Money(incoming)} tidak sama dengan yang "
                    + $"terbaca di atasnya, {StatementImport.Money(gone)} dan {StatementImport.Money(come)}; periksa apakah ada baris yang hilang."
            );
            return;
        }

        remarks.Add(Furniture.TotalRemark(row, words));
    }

    /// <summary>A row without any figure goes on with the text above it, or is none of the statement.</summary>
    private void Continue(SheetRow row)
    {
        if (read.Count > 0 && Text(row, Field.Date).Length == 0 && Text(row, Field.Text) is { Length: > 0 } more)
        {
            read[^1] = read[^1] with { Text = $"{read[^1].Text} {more}".Trim() };
            continued++;
        }
        else
        {
            passed.Add(row);
        }
    }

    /// <summary>One column of amounts says by another one, by letters behind it or by its sign what came and what went.</summary>
    private string? Sided(SheetRow row, StatementAmounts amounts, ref long incoming, ref long outgoing)
    {
        if (columns[Field.Amount] is not { } column || columns[Field.Out] is not null)
        {
            return null;
        }

        if (amounts.TryRead(row, column, out var amount) is { } problem)
        {
            return $"{sheet.WhereFirst(row.Number, column)}: {problem}";
        }

        var side = StatementAmounts.SideOf(Text(row, Field.Side)) ?? StatementAmounts.SideOf(row[column]) ?? (amount < 0 ? 'D' : null);
        if (side is null && columns[Field.Side] is not null && amount != 0)
        {
            return $"{Where(row, Field.Side)}: '{Text(row, Field.Side)}' tidak menyebut debet atau kredit.";
        }

        (incoming, outgoing) = side == 'D' ? (0L, Math.Abs(amount)) : (Math.Abs(amount), 0L);
        return null;
    }

    // In a column of its own an amount that went is written with or without a minus; the balance tells whether it is right.
    private string? Amount(SheetRow row, StatementAmounts amounts, Field field, out long sen)
    {
        sen = 0;
        if (columns[field] is not { } column || amounts.TryRead(row, column, out sen) is not { } problem)
        {
            sen = field == Field.Balance ? sen : Math.Abs(sen);
            return null;
        }

        return $"{sheet.WhereFirst(row.Number, column)}: {problem}";
    }

    private string? Fault(SheetRow row) =>
        columns.Columns.Select(column => Furniture.Fault(sheet, row, column)).FirstOrDefault(fault => fault is not null);

    private string Text(SheetRow row, Field field) => columns[field] is { } column ? row[column] : string.Empty;

    private string Reference(SheetRow row) => Text(row, Field.Reference).TrimStart('\'');

    private string Where(SheetRow row, Field field) => sheet.WhereFirst(row.Number, columns[field] ?? 0);

    // What a row is called: its text, or what stands where others have a day.
    private string Words(SheetRow row) =>
        Text(row, Field.Text) is { Length: > 0 } text && (Edge(text) is not null || Furniture.IsTotal(text)) ? text
        : Text(row, Field.Date) is { Length: > 0 } date && date.Any(char.IsLetter) ? date
        : string.Empty;

    private static char? Edge(string words) =>
        OpeningWords().IsMatch(words) ? 'A'
        : ClosingWords().IsMatch(words) ? 'Z'
        : CarriedWords().IsMatch(words) ? 'P'
        : null;

    [GeneratedRegex(
        "^(saldo (awal|sebelumnya|lalu|bulan lalu)|opening balance|beginning balance|previous balance)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex OpeningWords();

    [GeneratedRegex(
        "^(saldo akhir|closing balance|ending balance)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex ClosingWords();

    [GeneratedRegex(
        "^(saldo )?(pindahan|dipindahkan)\\b|^(balance )?(carried|brought) forward\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex CarriedWords();
}
