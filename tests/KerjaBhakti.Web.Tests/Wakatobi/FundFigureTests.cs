using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// Every figure of the fund leads to what it is made of, and that sums to the figure (decision 63): in the invented year, once its books
/// are closed.
/// </summary>
public sealed partial class FundFigureTests(FundFigureTests.ClosedYear year) : IClassFixture<FundFigureTests.ClosedYear>
{
    // What a page calls a difference of figures that stand beside it.
    private static readonly string[] Differences =
    [
        "Sisa",
        "Bebas",
        "Bebas: dapat digunakan sebagai SiLPA",
        "Sisa SiLPA bebas",
        "Sisa penggunaan ini",
        "Tersedia",
        "Ada di bank",
        "Selisih yang belum dapat dijelaskan",
        "Bebas: dapat digunakan menurut Pasal 10 ayat (2) dan (3)",
        "Masih harus dibayar",
        "Saldo",
    ];

    // Pages whose rows are the entries themselves.
    private static readonly string[] Entries =
    [
        "/wakatobi/buku/jurnal",
        "/wakatobi/buku/peruntukan",
        "/wakatobi/belanja/batas",
    ];

    public static TheoryData<string> Pages =>
        [
            "/wakatobi?tahun=2024",
            "/wakatobi/klaim?tahun=2024",
            "/wakatobi/penerimaan?dari=2024-01&sampai=2024-12",
            "/wakatobi/jasa",
            "/wakatobi/jasa/piutang",
            "/wakatobi/belanja?tahun=2024",
            "/wakatobi/silpa",
            "/wakatobi/buku",
            "/wakatobi/buku?tanggal=2024-08-15",
            "/wakatobi/buku/bank",
            "/wakatobi/buku/tutup?tahun=2024",
            "/wakatobi/buku/saldo-awal",
            "/wakatobi/rekening",
            "/wakatobi/rekening/2024/7",
            "/wakatobi/laporan/penggunaan-dana?dari=2024-01&sampai=2024-12",
            "/wakatobi/laporan/silpa?dari=2024-01&sampai=2024-12",
            "/wakatobi/laporan/kegiatan?dari=2024-01&sampai=2024-12",
        ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task EveryFigureOfAPage_LeadsToEntriesThatSumToIt(string path) => AssertFiguresAsync(path);

    [Theory]
    [InlineData("/wakatobi/jasa", "/wakatobi/jasa/[0-9a-f-]{36}$")]
    [InlineData("/wakatobi/penerimaan", "/wakatobi/penerimaan/[0-9a-f-]{36}$")]
    [InlineData("/wakatobi/belanja?tahun=2024", "/wakatobi/belanja/[0-9a-f-]{36}$")]
    [InlineData("/wakatobi/silpa", "/wakatobi/silpa/[0-9a-f-]{36}$")]
    [InlineData("/wakatobi/buku/bank", "/wakatobi/buku/bank/[0-9a-f-]{36}$")]
    public async Task EveryFigureOfTheFirstThingInAList_LeadsToEntriesThatSumToIt(string list, string thing)
    {
        var page = await year.Finance.PageAsync(list);
        var link = page.QuerySelectorAll("main a[href]")
            .Select(link => link.GetAttribute("href")!)
            .First(href => Regex.IsMatch(href, thing, RegexOptions.None, TimeSpan.FromSeconds(1)));
        await AssertFiguresAsync(link);
    }

    [Fact]
    public void AnEntryOfTheJournal_LeadsToTheVeryReceivableItIsOf()
    {
        var receivable = Guid.NewGuid();

        Assert.Equal($"/wakatobi/jasa/piutang/{receivable}", JournalList.PathOf(nameof(StaffReceivable), receivable));
    }

    private async Task AssertFiguresAsync(string path)
    {
        var page = await year.Finance.PageAsync(path);
        var figures = page.QuerySelectorAll("main .facts dd, main td").Where(IsFigure).ToList();
        var dead = figures.Where(figure => !LeadsSomewhere(path, figure)).Select(Describe).ToList();
        Assert.True(dead.Count == 0, $"{path}: {string.Join("; ", dead)}");

        foreach (
            var (href, text) in figures
                .SelectMany(figure => figure.QuerySelectorAll("a[href]").Where(link => Amount(link.TextContent) is not null))
                .Select(link => (Href: link.GetAttribute("href")!, Text: link.TextContent.Trim()))
                .Distinct()
        )
        {
            await AssertSumAsync(path, page, href, text);
        }
    }

    private async Task AssertSumAsync(string path, IHtmlDocument page, string href, string text)
    {
        var parts = href.Split('#');

        // The base element of every page would lead a place without a path to the front page.
        Assert.True(parts[0].StartsWith('/'), $"{path}: {href} leads to the front page.");
        var opened = parts[0] == path ? page : await year.Finance.PageAsync(parts[0]);
        Assert.True(parts.Length == 1 || opened.GetElementById(parts[1]) is not null, $"{path}: {href} names no place.");
        var shown = Amount(text)!.Value;
        var scope = opened.QuerySelector("main")!;

        // A page of one thing shows it among its facts; a list shows it as a sum.
        var known = scope
            .QuerySelectorAll("#jumlah, #jumlah-debit, #jumlah-kredit, .facts dd, tfoot td, tfoot th, .work-grid-sums td, td.number")
            .Select(cell => Amount(cell.TextContent))
            .OfType<long>()
            .Select(Math.Abs)
            .ToHashSet();
        Assert.True(known.Contains(Math.Abs(shown)), $"{path}: {text} leads to {href}, where it is not.");
        if (parts[0].StartsWith("/wakatobi/buku/jurnal?", StringComparison.Ordinal) && opened.GetElementById("jumlah") is not null)
        {
            var sums = new[] { "jumlah", "jumlah-debit", "jumlah-kredit" }.Select(id => Amount(opened.GetElementById(id)!.TextContent));
            Assert.True(sums.Contains(Math.Abs(shown)), $"{path}: {text} is no sum of {href}.");
        }
        else if (
            Entries.Any(entries => parts[0].StartsWith(entries, StringComparison.Ordinal)) && opened.GetElementById("jumlah") is { } sum
        )
        {
            Assert.True(Amount(sum.TextContent) == shown, $"{path}: {text} leads to {href}, which sums to {sum.TextContent.Trim()}.");
        }
    }

    private static bool IsFigure(IElement cell) => Amount(cell.TextContent) is > 0 or < 0 && cell.QuerySelector("input") is null;

    private static bool LeadsSomewhere(string path, IElement cell)
    {
        // A link of its own, or the row is of one thing that its head leads to; a foot is the sum of the rows above it.
        if (
            cell.QuerySelector("a[href]") is not null
            || cell.Closest("tfoot, .figures-total") is not null
            || Differences.Contains(HeadOf(cell), StringComparer.Ordinal)
            || Entries.Any(entries => path.StartsWith(entries, StringComparison.Ordinal))
        )
        {
            return true;
        }

        var row = cell.Closest("tr");
        return row?.QuerySelector("th a[href], td:first-child a[href]") is not null
            || (row?.QuerySelector("a[href]") is not null && row.QuerySelector("td.number a, td a[href*='#']") is null)
            || IsEntry(cell)
            || IsItsOwn(path, cell);
    }

    // Rows of the bank's statement, of a claim's services and of how a receipt was shared are entries.
    private static bool IsEntry(IElement cell) =>
        cell.Closest("[role=region]")?.GetAttribute("aria-label")
            is "Semua baris rekening koran"
                or "Di bank, belum di buku"
                or "Klaim menurut layanan"
                or "Pembagian penerimaan"
                or "Jumlah setiap komponen"
                or "Yang dibelanjakan";

    // What was decided of a use of SiLPA is no sum of anything.
    private static bool IsItsOwn(string path, IElement cell) =>
        path.StartsWith("/wakatobi/silpa/", StringComparison.Ordinal) && HeadOf(cell) == "Jumlah";

    private static string HeadOf(IElement cell)
    {
        if (cell.LocalName == "dd")
        {
            return cell.PreviousElementSibling?.TextContent.Trim() ?? string.Empty;
        }

        var row = (IHtmlTableRowElement)cell.Closest("tr")!;
        var index = row.Cells.TakeWhile(other => other != cell).Count();
        var heads = cell.Closest("table")!.QuerySelectorAll("thead th").ToList();
        var head =
            heads.Count > index ? heads[index].TextContent.Replace("(Rp)", string.Empty, StringComparison.Ordinal).Trim() : string.Empty;
        return Differences.Contains(head, StringComparer.Ordinal) ? head : row.Cells[0].TextContent.Trim();
    }

    private static string Describe(IElement cell) => $"{HeadOf(cell)} {cell.TextContent.Trim()}";

    /// <summary>The amount a text begins with, of a thousand rupiah and more; null where it is none.</summary>
    private static long? Amount(string text) =>
        Figure().Match(text.Trim()) is { Success: true } match
            ? long.Parse(
                match.Value.Replace("Rp", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture
            )
            : null;

    [GeneratedRegex(@"^-?(Rp)?[0-9]{1,3}(\.[0-9]{3})+(?![0-9/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    /// <summary>The invented year after its books were closed, and finance signed in.</summary>
    public sealed class ClosedYear : IAsyncLifetime
    {
        private readonly PortalFixture fixture = new();

        public HttpClient Finance { get; private set; } = null!;

        /// <summary>The portal.</summary>
        public PortalUnderTest Portal => fixture.Portal;

        public async ValueTask InitializeAsync()
        {
            await fixture.InitializeAsync("--Portal:Today=2025-02-10", "--Portal:DemoFund=true");
            Finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        }

        public async ValueTask DisposeAsync()
        {
            Finance.Dispose();
            await fixture.DisposeAsync();
        }
    }
}
