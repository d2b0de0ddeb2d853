using System.Globalization;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>What the Instruction leaves open about reports.</summary>
/// <param name="DaysGiven">How many days after the Sunday a report is still on time, 0 to 365.</param>
public sealed record ReportSettings(int DaysGiven)
{
    private const int Usual = 7;
    private const int Most = 365;

    /// <summary>Reads <c>Roster:ReportDays</c>; seven where it is not set.</summary>
    /// <exception cref="PortalStartException">It is no number from 0 to 365.</exception>
    public static ReportSettings Read(IConfiguration configuration) =>
        configuration["Roster:ReportDays"] switch
        {
            null or "" => new ReportSettings(Usual),
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most =>
                new ReportSettings(days),
            var other => throw new PortalStartException($"Pengaturan Roster:ReportDays '{other}' bukan jumlah hari dari 0 sampai {Most}."),
        };

    /// <summary>The last day on which the report of a Sunday is on time.</summary>
    public DateOnly DueOn(DateOnly sunday) => sunday.AddDays(DaysGiven);
}
