using System.Globalization;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>
/// How often each report is made and by when. The regulation says "secara berkala" (pasal 8(1)) and names no day, so these are settings
/// under <c>Wakatobi:Reports:kegiatan</c> and so on: <c>Months</c> (1, 3, 6 or 12), <c>Days</c> after the end of the period (1 to 366), and
/// <c>Basis</c>, what decided them.
/// </summary>
public sealed class ReportTerms
{
    private const string Own = "ditetapkan rumah sakit, karena peraturan tidak menyebut jangka waktu";

    private ReportTerms(IReadOnlyDictionary<FundReportKind, ReportTerm> terms) => All = terms;

    /// <summary>The term of every report.</summary>
    public IReadOnlyDictionary<FundReportKind, ReportTerm> All { get; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One cannot be; says which.</exception>
    public static ReportTerms Read(IConfiguration configuration) =>
        new(
            FundReportForm.All.ToDictionary(
                form => form.Kind,
                form =>
                {
                    var section = configuration.GetSection($"Wakatobi:Reports:{form.Slug}");
                    var months = Number(section, nameof(ReportTerm.Months), form.Months);
                    var days = Number(section, nameof(ReportTerm.Days), form.Days);
                    return ReportTerm.Lengths.Contains(months) && days is >= 1 and <= 366
                        ? new ReportTerm(form.Slug, months, days, section[nameof(ReportTerm.Basis)] ?? Own)
                        : throw new InvalidOperationException(
                            $"{section.Path}: Months is one of {string.Join(", ", ReportTerm.Lengths)}, Days from 1 to 366."
                        );
                }
            )
        );

    private static int Number(IConfigurationSection section, string key, int usual) =>
        section[key] is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"{section.Path}:{key} is no whole number: {text}");
}
