using System.Globalization;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>The months a report covers, both included.</summary>
public sealed record ReportPeriod
{
    /// <summary>From a month to a month.</summary>
    /// <exception cref="FundRefusedException">The last month comes before the first.</exception>
    public ReportPeriod(FiscalMonth first, FiscalMonth last)
    {
        if (last.CompareTo(first) < 0)
        {
            throw new FundRefusedException(
                $"Periode {first.ToIndonesian()} sampai {last.ToIndonesian()} terbalik; bulan akhir tidak boleh mendahului bulan awal."
            );
        }

        First = first;
        Last = last;
    }

    /// <summary>The first month.</summary>
    public FiscalMonth First { get; }

    /// <summary>The last month.</summary>
    public FiscalMonth Last { get; }

    /// <summary>The year it ends in.</summary>
    public int Year => Last.Year;

    /// <summary>Whether it begins in January of the year it ends in, so that nothing of that year lies before it.</summary>
    public bool BeginsTheYear => First == new FiscalMonth(Year, 1);

    /// <summary>
    /// This year until the month of a day; in January the year before, which is what is reported then: of the new one nothing is over yet.
    /// </summary>
    public static ReportPeriod UntilMonthOf(DateOnly today) =>
        today is { Month: 1, Year: > 2000 }
            ? new(new FiscalMonth(today.Year - 1, 1), new FiscalMonth(today.Year - 1, 12))
            : new(new FiscalMonth(today.Year, 1), FiscalMonth.Of(today));

    /// <summary>
    /// Reads two months as an address has them, <c>2024-03</c>. Where one is left out the period stays within the other's year: from its
    /// January, or until its December or today's month.
    /// </summary>
    /// <exception cref="FundRefusedException">One is no month from 2000 to 2199, or they are the wrong way round; says all of
    /// it.</exception>
    public static ReportPeriod Read(string? from, string? to, DateOnly today)
    {
        var problems = new List<string>();
        var first = Read("Bulan awal", from, problems);
        var last = Read("Bulan akhir", to, problems);
        FundRefusedException.ThrowIfAny(problems);
        return (first, last) switch
        {
            (null, null) => UntilMonthOf(today),
            (null, { } end) => new ReportPeriod(new FiscalMonth(end.Year, 1), end),
            ({ } begin, null) => new ReportPeriod(
                begin,
                begin.Year == today.Year ? FiscalMonth.Of(today) : new FiscalMonth(begin.Year, 12)
            ),
            ({ } begin, { } end) => new ReportPeriod(begin, end),
        };
    }

    /// <summary>
    /// The same, where it lies within one calendar year. The plan of spending, the limits it gives and SiLPA are those of a year, so that a
    /// sum over the turn of two years would be of neither.
    /// </summary>
    /// <exception cref="FundRefusedException">It crosses the turn of a year.</exception>
    public ReportPeriod RequireOneYear() =>
        First.Year == Last.Year
            ? this
            : throw new FundRefusedException(
                $"Laporan ini dibuat untuk bulan-bulan dalam satu tahun, karena rencana belanja dan SiLPA dihitung menurut tahun; "
                    + $"{ToIndonesian()} melewati pergantian tahun."
            );

    /// <summary>From January of the year it ends in.</summary>
    public ReportPeriod FromJanuary() => new(new FiscalMonth(Year, 1), Last);

    /// <summary>Whether a month lies in it.</summary>
    public bool Contains(FiscalMonth month) => month.CompareTo(First) >= 0 && month.CompareTo(Last) <= 0;

    /// <summary>"Maret 2024", "Januari s.d. Juli 2024", "November 2023 s.d. Maret 2024".</summary>
    public string ToIndonesian() =>
        this switch
        {
            _ when First == Last => Last.ToIndonesian(),
            _ when First.Year == Last.Year => $"{IndonesianDate.Months[First.Month - 1]} s.d. {Last.ToIndonesian()}",
            _ => $"{First.ToIndonesian()} s.d. {Last.ToIndonesian()}",
        };

    private static FiscalMonth? Read(string what, string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(text.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and <= 2199
        )
        {
            return FiscalMonth.Of(day);
        }

        problems.Add($"{what} '{(text.Length > 20 ? text[..20] + "…" : text)}' bukan bulan; tulis tahun dan bulan, misalnya 2024-03.");
        return null;
    }
}
