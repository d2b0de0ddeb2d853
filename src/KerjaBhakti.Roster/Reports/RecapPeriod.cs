using System.Globalization;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Reports;

/// <summary>The days a recap covers, both included.</summary>
public sealed record RecapPeriod
{
    /// <summary>The most years a period may span: some 50,000 duties, which is as much as a page or a workbook should hold.</summary>
    public const int MostYears = 10;

    /// <summary>From a day to a day.</summary>
    /// <exception cref="RosterRefusedException">They are the wrong way round, or further apart than <see cref="MostYears"/>.</exception>
    public RecapPeriod(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new RosterRefusedException(
                $"Periode {Wording.Date(first)} sampai {Wording.Date(last)} terbalik; tanggal akhir tidak boleh mendahului tanggal awal."
            );
        }

        if (last.Year - first.Year >= MostYears && last >= first.AddYears(MostYears))
        {
            throw new RosterRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"Periode rekap paling panjang {MostYears} tahun.")
            );
        }

        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; }

    /// <summary>A month.</summary>
    public static RecapPeriod Of(RosterMonth month) => new(month.FirstDay, month.FirstDay.AddMonths(1).AddDays(-1));

    /// <summary>A calendar year.</summary>
    public static RecapPeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>
    /// Reads two days as an address has them, <c>2015-06-01</c>. Where both are left out it is the month of the last Sunday that has come,
    /// because a month whose first Sunday is to come has nothing to tell; where one is, the month of the other.
    /// </summary>
    /// <exception cref="RosterRefusedException">One is no day from 2000 to 2199, or they make no period; says all of it.</exception>
    public static RecapPeriod Read(string? from, string? to, DateOnly today)
    {
        var problems = new List<string>();
        var first = Read("Tanggal awal", from, problems);
        var last = Read("Tanggal akhir", to, problems);
        RosterRefusedException.ThrowIfAny(problems);
        var month = Of(RosterMonth.Of(first ?? last ?? Served.Institution.DutyDay.OnOrBefore(today)));
        return new RecapPeriod(first ?? month.First, last ?? month.Last);
    }

    /// <summary>"1 s.d. 30 Juni 2015", "31 Mei s.d. 7 Juni 2015", "7 Juni 2015".</summary>
    public string ToIndonesian() =>
        this switch
        {
            _ when First == Last => Wording.Date(First),
            _ when RosterMonth.Of(First) == RosterMonth.Of(Last) => string.Create(
                CultureInfo.InvariantCulture,
                $"{First.Day} s.d. {Wording.Date(Last)}"
            ),
            _ when First.Year == Last.Year => string.Create(
                CultureInfo.InvariantCulture,
                $"{First.Day} {RosterMonth.Of(First).Name} s.d. {Wording.Date(Last)}"
            ),
            _ => $"{Wording.Date(First)} s.d. {Wording.Date(Last)}",
        };

    private static DateOnly? Read(string what, string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and <= 2199
        )
        {
            return day;
        }

        problems.Add($"{what} '{(text.Length > 20 ? text[..20] + "…" : text)}' bukan tanggal; tulis misalnya 2015-06-01.");
        return null;
    }
}
