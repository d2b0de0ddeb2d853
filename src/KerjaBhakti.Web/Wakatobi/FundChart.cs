using System.Globalization;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>A line of a chart: what it is, and an amount for each series.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Path">Where its figures come from.</param>
/// <param name="Amounts">An amount for each series of the chart.</param>
/// <param name="Note">What else is to be said of it: "Sisa Rp100"; null where nothing is.</param>
public sealed record ChartRow(string Label, string Path, IReadOnlyList<Rupiah> Amounts, string? Note = null);

/// <summary>How long bars are.</summary>
public static class ChartScale
{
    /// <summary>The length of a bar as SVG writes it, in percent of the longest with one decimal; what is more than nothing can be seen.</summary>
    public static string WidthOf(Rupiah amount, Rupiah longest)
    {
        if (amount <= Rupiah.Zero || longest <= Rupiah.Zero)
        {
            return "0%";
        }

        var tenths = Math.Max(5, (long)(amount.Amount * (Int128)1000 / longest.Amount));
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}%");
    }
}
