using System.Globalization;

namespace KerjaBhakti.Wakatobi.Periods;

/// <summary>Several months as a sentence names them.</summary>
public static class FiscalMonths
{
    /// <summary>
    /// "April 2024"; "April s.d. Juni 2024" of months one after the other; "Januari dan Maret 2024"; with years where they differ.
    /// </summary>
    public static string InWords(IEnumerable<FiscalMonth> months)
    {
        var ordered = months.Distinct().Order().ToList();
        if (ordered.Count < 2)
        {
            return ordered.Count == 0 ? string.Empty : ordered[0].ToIndonesian();
        }

        var oneYear = ordered[0].Year == ordered[^1].Year;
        var names = ordered.ConvertAll(month => oneYear ? IndonesianDate.Months[month.Month - 1] : month.ToIndonesian());
        var follows = ordered.Count > 2 && ordered.Zip(ordered.Skip(1)).All(pair => pair.First.LastDay.AddDays(1) == pair.Second.FirstDay);
        var text =
            follows ? $"{names[0]} s.d. {names[^1]}"
            : names.Count == 2 ? $"{names[0]} dan {names[1]}"
            : $"{string.Join(", ", names.SkipLast(1))}, dan {names[^1]}";
        return oneYear ? string.Create(CultureInfo.InvariantCulture, $"{text} {ordered[0].Year}") : text;
    }
}
