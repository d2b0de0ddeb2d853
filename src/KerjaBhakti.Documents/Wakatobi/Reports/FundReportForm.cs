using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The reports the regulation asks for.</summary>
public enum FundReportKind
{
    /// <summary>The activity of the programme, pasal 8(1).</summary>
    Activity,

    /// <summary>The use of funds, pasal 8(2).</summary>
    FundUse,

    /// <summary>The Director's report to the Regent through the Regional Secretary, pasal 9(2).</summary>
    Regent,

    /// <summary>The computation of SiLPA, pasal 10.</summary>
    Silpa,
}

/// <summary>What is fixed about a report, in one row for each: everything that asks for a report's name, paper or days asks here.</summary>
public sealed record FundReportForm
{
    private const string Director = "Direktur UPTD RSUD Kabupaten Wakatobi";

    private FundReportForm() { }

    /// <summary>The four, in the order of the regulation.</summary>
    public static IReadOnlyList<FundReportForm> All { get; } =
    [
        new()
        {
            Kind = FundReportKind.Activity,
            Slug = "kegiatan",
            Title = "Laporan kegiatan pelayanan kesehatan program jaminan kesehatan",
            Article = "Pasal 8 ayat (1)",
            Office = "Pengelola Program Jaminan Kesehatan",
            Addressee = Director,
            IsOfClaims = true,
            Months = 1,
            Days = 15,
            PeriodOf = period => period,
        },
        new()
        {
            Kind = FundReportKind.FundUse,
            Slug = "penggunaan-dana",
            Title = "Laporan pertanggungjawaban penggunaan dana klaim",
            Article = "Pasal 8 ayat (2)",
            Office = Director,
            Addressee = "Dinas Kesehatan Kabupaten Wakatobi",
            Months = 3,
            Days = 30,
            PeriodOf = period => period.RequireOneYear(),
        },
        new()
        {
            Kind = FundReportKind.Regent,
            Slug = "bupati",
            Title = "Laporan Direktur kepada Bupati melalui Sekretaris Daerah",
            Article = "Pasal 9 ayat (2)",
            Office = Director,
            Addressee = "Bupati Wakatobi melalui Sekretaris Daerah",
            Months = 3,
            Days = 30,
            PeriodOf = period => period.RequireOneYear(),
        },
        new()
        {
            Kind = FundReportKind.Silpa,
            Slug = "silpa",
            Title = "Perhitungan sisa lebih perhitungan anggaran (SiLPA)",
            Article = "Pasal 10",
            Office = Director,
            Addressee = "Dinas Kesehatan Kabupaten Wakatobi",
            Months = 12,
            Days = 31,
            PeriodOf = period => period.RequireOneYear().FromJanuary(),
        },
    ];

    /// <summary>Which report.</summary>
    public required FundReportKind Kind { get; init; }

    /// <summary>The word that names it in an address, in a setting and in what is stored.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The place in the regulation that asks for it.</summary>
    public required string Article { get; init; }

    /// <summary>Who signs: the programme is run by its manager, the rest is the Director's to answer for (pasal 8(1) and 9(1)).</summary>
    public required string Office { get; init; }

    /// <summary>Whom it usually goes to.</summary>
    public required string Addressee { get; init; }

    /// <summary>Whether it tells of claims alone, and so belongs to who runs the programme too; the others tell of money.</summary>
    public bool IsOfClaims { get; init; }

    /// <summary>
    /// Over how many months it usually is: monthly by the day claims of the month are filed, the rest after a quarter or a year.
    /// </summary>
    public required int Months { get; init; }

    /// <summary>How many days after its period it is usually due.</summary>
    public required int Days { get; init; }

    /// <summary>The months it covers where these are asked for; refuses those that cross the turn of a year it has to be of.</summary>
    public required Func<ReportPeriod, ReportPeriod> PeriodOf { get; init; }

    /// <summary>The row of a report.</summary>
    public static FundReportForm Of(FundReportKind kind) => All.Single(form => form.Kind == kind);

    /// <summary>The row of a report by its word; null where it names none.</summary>
    public static FundReportForm? Find(string slug) => All.FirstOrDefault(form => form.Slug == slug);
}
