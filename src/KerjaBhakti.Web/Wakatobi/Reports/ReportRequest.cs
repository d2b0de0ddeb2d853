using System.Globalization;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>What the address of a report asks for, as it was typed: texts, so that a slip is answered with the page and a sentence.</summary>
/// <param name="From">The first month, <c>2024-01</c>.</param>
/// <param name="To">The last month.</param>
/// <param name="Number">The number of the letter.</param>
/// <param name="Date">Its date, <c>2024-07-15</c>.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Nip">Their number.</param>
public sealed record ReportRequest(string? From, string? To, string? Number, string? Date, string? Name, string? Nip)
{
    /// <summary>The months of a report of this kind. SiLPA is computed from January on, whatever month is asked for.</summary>
    /// <exception cref="FundRefusedException">One is no month, they are the wrong way round, or they cross the turn of a year where the report is of one.</exception>
    public ReportPeriod PeriodFor(FundReportKind kind, DateOnly today)
    {
        var period = ReportPeriod.Read(From, To, today);
        return kind switch
        {
            FundReportKind.Activity => period,
            FundReportKind.FundUse or FundReportKind.Regent => period.RequireOneYear(),
            FundReportKind.Silpa => period.RequireOneYear().FromJanuary(),
        };
    }

    /// <summary>What stands around the report when it is signed.</summary>
    /// <exception cref="FundRefusedException">A date is none, a text is too long or a NIP has not 18 digits; says all of it.</exception>
    public ReportSigning Signing()
    {
        var form = new FundForm();
        var number = form.Read("Nomor surat", () => Text(Number));
        var name = form.Read("Nama penanda tangan", () => Text(Name));
        var date = form.Read("Tanggal surat", ReadDate);
        var nip = form.Read("NIP", ReadNip);
        form.RequireRead();
        return new ReportSigning(number, date, name, nip);
    }

    /// <summary>The address of a file or page with all of this.</summary>
    public string PathOf(string path) => path + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["dari"] = From,
            ["sampai"] = To,
            ["nomor"] = Number,
            ["tanggal"] = Date,
            ["nama"] = Name,
            ["nip"] = Nip,
        }.Where(field => !string.IsNullOrWhiteSpace(field.Value))).ToUriComponent();

    private static string? Text(string? text) => (text?.Trim().Length ?? 0) switch
    {
        0 => null,
        > ReportSigning.TextLength => throw new FundRefusedException($"paling panjang {ReportSigning.TextLength} huruf."),
        _ => text!.Trim(),
    };

    private DateOnly? ReadDate()
    {
        if (string.IsNullOrWhiteSpace(Date))
        {
            return null;
        }

        return DateOnly.TryParseExact(Date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FundRefusedException("bukan tanggal; tulis misalnya 2024-07-15.");
    }

    private string? ReadNip()
    {
        var digits = Nip?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        return digits.Length switch
        {
            0 => null,
            ReportSigning.NipDigits when digits.All(char.IsAsciiDigit) => digits,
            _ => throw new FundRefusedException($"harus {ReportSigning.NipDigits} angka."),
        };
    }
}
