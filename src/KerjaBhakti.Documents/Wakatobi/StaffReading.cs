using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>Reads rows of staff and points, once it is known which column is which.</summary>
/// <param name="sheet">Where the rows come from.</param>
/// <param name="isCsv">Whether a program wrote them, so that a full stop marks decimals and nothing else does.</param>
internal sealed class StaffReading(Sheet sheet, bool isCsv)
{
    /// <summary>Reads rows.</summary>
    /// <param name="rows">The rows below the heads.</param>
    /// <param name="columnOf">The column of each field, counted from zero.</param>
    /// <param name="others">Problems that are known already.</param>
    /// <param name="remarks">What was said already.</param>
    /// <exception cref="FundRefusedException">Something cannot be read for certain; says every line.</exception>
    public StaffPointsList Read(
        IEnumerable<SheetRow> rows,
        Func<StaffPointsFile.Field, int?> columnOf,
        IEnumerable<string> others,
        List<string> remarks
    )
    {
        var lines = rows.Select(row => new Line(
                row,
                Text(row, StaffPointsFile.Field.Id).TrimStart('\''),
                Text(row, StaffPointsFile.Field.Name),
                Text(row, StaffPointsFile.Field.Component),
                Text(row, StaffPointsFile.Field.Points)
            ))
            .ToList();
        var problems = new List<string>(others);
        var marks = new DecimalMarks(lines.Where(line => !line.IsTotal).Select(line => line.Points), isCsv);
        var staff = new List<StaffPoints>();
        foreach (var line in lines)
        {
            if (line.IsTotal)
            {
                problems.Add(
                    $"Baris {line.Row.Number}: '{(line.Id.Length > 0 ? line.Id : line.Name)}' adalah baris jumlah, bukan pegawai; hapus baris itu."
                );
            }
            else if (StaffNumber.IsRounded(line.Id))
            {
                problems.Add(
                    $"Baris {line.Row.Number}: nomor pegawai '{line.Id}' ({line.Name}) sudah dibulatkan oleh lembar kerja, angka aslinya hilang; tulis nomornya sebagai teks."
                );
            }
            else if (Fault(line.Row) is { } fault)
            {
                problems.Add(fault);
            }
            else if (marks.WhyNot(line.Points) is { } reason)
            {
                problems.Add($"Baris {line.Row.Number}: {reason}");
            }
            else
            {
                remarks.AddRange(
                    marks.IsUncertain(line.Points)
                        ?
                        [
                            $"Baris {line.Row.Number}: poin '{line.Points}' dibaca sebagai desimal ({line.Points.Replace('.', ',')}), bukan ribuan.",
                        ]
                        : []
                );
                staff.Add(
                    new StaffPoints(
                        line.Id,
                        line.Name,
                        line.Component,
                        ExactDecimal.TryParse(marks.Plain(line.Points), out var value) ? value : null
                    )
                    {
                        Line = line.Row.Number,
                    }
                );
            }
        }

        remarks.AddRange(
            staff
                .Where(line => line.Name.Length > 0)
                .GroupBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => (Name: same.Key, Ids: same.Select(line => line.StaffId).DistinctBy(StaffNumber.KeyOf).ToList()))
                .Where(same => same.Ids.Count > 1)
                .Select(same =>
                    $"Nama '{same.Name}' dipakai pegawai {string.Join(" dan ", same.Ids.Select(id => $"'{id}'"))}; periksa apakah orangnya sama."
                )
        );
        return problems.Count == 0 ? new StaffPointsList(staff, remarks) : throw new FundRefusedException(problems);

        string Text(SheetRow row, StaffPointsFile.Field field) => columnOf(field) is { } column ? row[column] : string.Empty;

        string? Fault(SheetRow row) =>
            Enum.GetValues<StaffPointsFile.Field>()
                .Select(field => columnOf(field) is { } column ? Furniture.Fault(sheet, row, column) : null)
                .FirstOrDefault(fault => fault is not null);
    }

    private sealed record Line(SheetRow Row, string Id, string Name, string Component, string Points)
    {
        public bool IsTotal => (Furniture.IsTotal(Id) || (Id.Length == 0 && Furniture.IsTotal(Name))) && Id != StaffPoints.Total;
    }
}

/// <summary>
/// What a comma and a full stop mean in a column of numbers: <c>12,5</c> and <c>1.250,5</c> are Indonesian, <c>1,250.5</c> is English, and
/// of <c>1.250</c> alone nobody can tell whether it is a thousand or a decimal: then a column in which another number decides it decides it
/// for all.
/// </summary>
/// <param name="texts">The column.</param>
/// <param name="isCsv">Whether a program wrote it: then a full stop marks decimals.</param>
internal sealed partial class DecimalMarks(IEnumerable<string> texts, bool isCsv)
{
    private const int Milliseconds = 1000;
    private const char None = '\0';

    private readonly char mark = isCsv ? '.' : MarkOf([.. texts]);
    private readonly bool isDecided = !isCsv || texts.Any(text => text.Contains('.', StringComparison.Ordinal) && !Grouped().IsMatch(text));

    /// <summary>The number with a full stop before its decimals and without groups.</summary>
    public string Plain(string text) =>
        mark switch
        {
            ',' => text.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'),
            '.' when !isCsv => text.Replace(",", string.Empty, StringComparison.Ordinal),
            _ => text,
        };

    /// <summary>Whether a number of a csv was read as a decimal and looks like a thousand.</summary>
    public bool IsUncertain(string text) => isCsv && !isDecided && Grouped().IsMatch(text) && text.Contains('.', StringComparison.Ordinal);

    /// <summary>Why a text is no number; null where it is one, or empty.</summary>
    public string? WhyNot(string text) =>
        text switch
        {
            { Length: 0 } => null,
            { Length: > ExactDecimal.MostCharacters } => $"poin paling panjang {ExactDecimal.MostCharacters} angka.",
            _ when Negative().IsMatch(text) => $"poin '{text}' negatif; poin tidak boleh kurang dari nol.",
            _ when isCsv && text.Contains(',', StringComparison.Ordinal) =>
                $"poin '{text}' memakai koma; tulis desimal dengan titik, misalnya 12.5, tanpa pemisah ribuan.",
            _ when !isCsv && mark == None && Grouped().IsMatch(text) =>
                $"poin '{text}' dapat berarti {text.Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal)} atau {text.Replace('.', ',')}0; tulis salah satunya.",
            _ when !isCsv && !Shape(text) => $"poin '{text}' bukan angka; tulis misalnya 12,5.",
            _ => ExactDecimal.TryParse(Plain(text), out _)
                ? null
                : $"poin '{text}' bukan angka; tulis misalnya {(isCsv ? "12.5" : "12,5")}.",
        };

    // Groups, where there are any, are of three.
    private bool Shape(string text) =>
        mark switch
        {
            ',' => Indonesian().IsMatch(text),
            '.' => English().IsMatch(text),
            _ => true,
        };

    private static char MarkOf(List<string> texts)
    {
        // The last mark of a number that has both, or of one whose digits after it are no group, marks its decimals.
        var deciding = texts.Find(text => Written().IsMatch(text) && !Grouped().IsMatch(text) && text.AsSpan().IndexOfAny(',', '.') >= 0);
        return deciding is null ? None
            : deciding[deciding.AsSpan().LastIndexOfAny(',', '.')] is var last && deciding.Count(character => character == last) == 1 ? last
            : last == '.' ? ','
            : '.';
    }

    [GeneratedRegex(
        "^[1-9][0-9]{0,2}(([.][0-9]{3})+|(,[0-9]{3})+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Grouped();

    [GeneratedRegex("^[0-9]+([.,][0-9]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Written();

    [GeneratedRegex(
        "^([0-9]+|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Indonesian();

    [GeneratedRegex(
        "^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex English();

    [GeneratedRegex(@"^([-−]|\([0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Negative();
}
