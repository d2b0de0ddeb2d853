using System.Globalization;

namespace KerjaBhakti.Web.Components.Shared;

/// <summary>A line of a chart: what it is, and an amount for each series.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Path">Where its figures come from.</param>
/// <param name="Amounts">An amount for each series of the chart.</param>
/// <param name="Note">What else is to be said of it: "Sisa Rp100"; null where nothing is.</param>
public sealed record ChartRow(string Label, string Path, IReadOnlyList<long> Amounts, string? Note = null);

/// <summary>How long bars are.</summary>
public static class ChartScale
{
    /// <summary>
    /// The length of a bar as SVG writes it, in percent of the longest with one decimal; what is more than nothing can be seen.
    /// </summary>
    public static string WidthOf(long amount, long longest)
    {
        if (amount <= 0 || longest <= 0)
        {
            return "0%";
        }

        var tenths = Math.Max(5, (long)(amount * (Int128)1000 / longest));
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}%");
    }
}
