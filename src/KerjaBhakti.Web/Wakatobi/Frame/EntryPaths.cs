using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>Where the entries behind a figure are: every figure of the fund leads to what it is made of (decision 63).</summary>
public static class EntryPaths
{
    /// <summary>The entries of an account, or of those below it, without the closing of a year.</summary>
    /// <param name="account">The account, or what codes begin with: "5.2" is all spending.</param>
    /// <param name="from">From this month on; null from the beginning.</param>
    /// <param name="through">Up to this day.</param>
    public static string OfAccount(string account, FiscalMonth? from, DateOnly through) =>
        $"/wakatobi/buku/jurnal?akun={account}{(from is { } first ? $"&dari={first}" : null)}&hingga={through:O}&penutupan=tanpa";

    /// <summary>The entries of an account in a year, without its closing.</summary>
    public static string OfYear(string account, int year) =>
        OfAccount(account, new FiscalMonth(year, 1), new DateOnly(year, 12, 31));

    /// <summary>The entries of an account as it stands on an evening, with every closing of a year.</summary>
    public static string OfBalance(string account, DateOnly on) => $"/wakatobi/buku/jurnal?akun={account}&hingga={on:O}";

    /// <summary>The entries of an account that were made for one thing.</summary>
    public static string OfSource(Guid source, string account) => $"/wakatobi/buku/jurnal?sumber={source}&akun={account}";

    /// <summary>What made a part of the bank's balance, up to the evening of a day.</summary>
    public static string OfPart(FundPart part, DateOnly on) => $"/wakatobi/buku/peruntukan?bagian={WordOf(part)}&tanggal={on:O}";

    /// <summary>The part that an address names; null where it names none.</summary>
    public static FundPart? PartOf(string? word) =>
        Enum.GetValues<FundPart>().Where(part => WordOf(part) == word).Select(part => (FundPart?)part).FirstOrDefault();

    /// <summary>The receipts of a year with what each gave to fees and to spending.</summary>
    public static string OfReceipts(int year) => $"/wakatobi/penerimaan?dari={year}-01&sampai={year}-12";

    /// <summary>What the receipts of a year gave to a category; null is all of them.</summary>
    /// <param name="year">The year.</param>
    /// <param name="category">The code of the category; null for all.</param>
    /// <param name="to">The last month of the year that counts; null for all of it.</param>
    public static string OfLimit(int year, string? category, FiscalMonth? to = null) =>
        $"/wakatobi/belanja/batas?tahun={year}{(category is null ? null : $"&jenis={category}")}"
        + (to is { } last ? $"&sampai={last}" : null);

    private static string WordOf(FundPart part) =>
        part switch
        {
            FundPart.Fees => "jasa",
            FundPart.Spending => "belanja",
            FundPart.Free => "bebas",
        };
}
