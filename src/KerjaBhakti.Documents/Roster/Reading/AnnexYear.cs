using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>Finds the year of an annex: the heads of its columns usually name months alone.</summary>
internal static partial class AnnexYear
{
    /// <summary>
    /// The year and where it was found. The sheet's name, which an export sets, counts for more than the lines above the table: those name
    /// the year of the Instruction, which may be signed in the December before.
    /// </summary>
    public static (int Year, AnnexYearSource Source) Resolve(
        int? given,
        AnnexHeader header,
        string? sheetName,
        IReadOnlyList<string> titles,
        string fileName,
        int defaultYear
    )
    {
        (int? Year, AnnexYearSource Source)[] candidates =
        [
            (given, AnnexYearSource.Given),
            (header.FirstYear, AnnexYearSource.MonthHeader),
            (LastIn(sheetName), AnnexYearSource.SheetName),
            (titles.Select(LastIn).LastOrDefault(year => year is not null), AnnexYearSource.Title),
            (LastIn(fileName), AnnexYearSource.FileName),
            (defaultYear, AnnexYearSource.Assumed),
        ];
        var (year, source) = candidates.First(candidate => candidate.Year is not null);
        return (year!.Value, source);
    }

    /// <summary>
    /// The date of the Instruction, from a line such as "Tanggal 1 Juni 2015" or "TANGGAL : 01-06-2015" above the table; null where there
    /// is none.
    /// </summary>
    public static DateOnly? InstructionDate(IEnumerable<string> titles) =>
        titles
            .Select(title => DateLine().Match(title))
            .Where(match => match.Success)
            .Select(match => WrittenDate.Read(match.Groups["date"].Value))
            .FirstOrDefault(date => date is { Year: >= 2000 and <= 2199 });

    /// <summary>The last year from 2000 to 2199 that a text names; null where it names none.</summary>
    public static int? LastIn(string? text) =>
        Year().Matches(text ?? string.Empty) is { Count: > 0 } years ? int.Parse(years[^1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        "(?<![0-9])2[01][0-9]{2}(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^Tanggal ?:? ?(?<date>[0-9].*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DateLine();
}
