using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;
using KerjaBhakti.Web.Shell.Parts.Grid;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// Lists that the database finds, orders, pages and sums: 150 expenditures of Rp1.001 to Rp1.150, of which one was taken back, beside a
/// receipt of Rp2.000.001.
/// </summary>
public sealed class FundListTests : FundFeePortal
{
    [Fact]
    public async Task Expenditures_ComeInPagesOfAHundred_WithTheSumOfAllThatAreBooked()
    {
        await SpendAsync();

        var first = await FindAsync(new GridState());
        var second = await FindAsync(new GridState { Page = 2 });

        Assert.Equal((100, 50, 150, 150), (first.Rows.Count, second.Rows.Count, first.Count, second.Count));
        Assert.Equal(150, first.Rows.Concat(second.Rows).Select(row => row.Item.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(1001, 150).Sum() - 1150, first.Sums["dibukukan"]);
        Assert.Equal(first.Sums["dibukukan"], second.Sums["dibukukan"]);
        Assert.Equal("SP2D-150", first.Rows[0].Item.Document);
    }

    [Theory]
    [InlineData("sp2d-007", 1)]
    [InlineData("1.042", 1)]
    [InlineData("apotek 1.042", 1)]
    [InlineData("toko 1.042", 0)]
    [InlineData("100%", 0)]
    [InlineData("obat-obatan", 150)]
    public async Task Expenditures_AreFoundByNumberNameAndAmount(string search, int count)
    {
        await SpendAsync();

        Assert.Equal(count, (await FindAsync(new GridState { Search = search })).Count);
    }

    [Fact]
    public async Task Expenditures_AreOrderedAndChosenByWhatTheAddressSays()
    {
        await SpendAsync();

        var largest = await FindAsync(new GridState { Sort = "jumlah", Descending = true });
        Assert.Equal(Enumerable.Range(1051, 100).Reverse(), largest.Rows.Select(row => (int)row.Item.Amount.Amount));
        var reversed = await FindAsync(Chosen("keadaan", "Dibatalkan"));
        Assert.Equal("SP2D-150", Assert.Single(reversed.Rows).Item.Document);
        Assert.Equal(0, reversed.Sums["dibukukan"]);
        Assert.Equal(0, (await FindAsync(Chosen("dana", ExpenditureList.FromSilpa))).Count);
        Assert.Equal(150, (await FindAsync(Chosen("jenis", "Obat-obatan"))).Count);

        var page = await Finance.PageAsync("/wakatobi/belanja?tahun=2024&urut=-jumlah&halaman=2");
        Assert.Equal("SP2D-050", page.QuerySelector(".work-grid-row a")!.TextContent);
        Assert.Equal("150 baris", page.QuerySelector(".work-grid-count")!.TextContent);
    }

    [Fact]
    public async Task EntriesOfTheJournal_HaveNumbersWithoutAGap_ThatNothingChanges()
    {
        await SpendAsync();

        await using var db = await ContextAsync();
        var numbers = await db.JournalEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (int?)number), numbers);
        Assert.True(numbers.Count > 150);

        // Something dated before all of it takes the next number, not one between.
        await SpendOnceAsync("SP2D-AWAL", 1, new DateOnly(2024, 5, 21));
        var last = await db.JournalEntries.MaxAsync(entry => entry.Number, Cancellation);
        Assert.Equal(numbers.Count + 1, last);
    }

    [Fact]
    public async Task AnAccount_SaysWhatItHeldAfterEveryLine()
    {
        await SpendAsync();
        var journal = Portal.Services.GetRequiredService<JournalList>();
        var filter = new JournalFilter(Account: ChartOfAccounts.Bank);

        var all = await journal.FindAsync(User, filter, new GridQuery(new GridState { Sort = "tanggal" }, 0, 1000), Cancellation);

        var held = 0L;
        foreach (var row in all.Rows)
        {
            held += row.Line.Debit - row.Line.Credit;
            Assert.Equal(held, row.Line.Balance);
        }

        var books = await Portal.Services.GetRequiredService<FundBooks>().BalancesAsync(User, new DateOnly(2024, 7, 15), Cancellation);
        Assert.Equal(books.Balance[ChartOfAccounts.Bank].Amount, held);
        Assert.Equal(held, all.Sums["debit"] - all.Sums["kredit"]);

        // A search hides lines and changes no balance; the newest stands on top of the page.
        var found = await journal.FindAsync(User, filter, GridQuery.Page(new GridState { Search = "sp2d-001" }), Cancellation);
        Assert.Equal(2_000_001 - 1_001, Assert.Single(found.Rows).Line.Balance);
        var newest = (await Finance.PageAsync("/wakatobi/buku/jurnal?akun=1.1")).QuerySelector(".work-grid-row")!;
        Assert.Equal(held.ToString("N0", Indonesian.Culture), newest.Children[^1].TextContent.Trim());
    }

    [Fact]
    public async Task AnEntry_IsOpenedByItsNumberWithBothItsSides()
    {
        await SpendOnceAsync("SP2D-1", 1_000, new DateOnly(2024, 6, 1));
        await using var db = await ContextAsync();
        var number = await db.JournalEntries.MaxAsync(entry => entry.Number, Cancellation);

        var page = await Finance.PageAsync($"/wakatobi/buku/jurnal?nomor={number}");

        Assert.Equal(2, page.QuerySelectorAll(".work-grid-row").Length);
        Assert.Equal(
            ["Jumlah", "1.000", "1.000"],
            page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0)
        );
    }

    [Theory]
    [InlineData("sp2d-1", "Belanja", "SP2D-1")]
    [InlineData("apotek", "Belanja", "SP2D-1")]
    [InlineData("77.001", "Belanja", "SP2D-1")]
    [InlineData("77001", "Belanja", "SP2D-1")]
    [InlineData("belanja apotek", "Belanja", "SP2D-1")]
    [InlineData("penerimaan 2.000.001", "Penerimaan", "TRX-1")]
    [InlineData("trx-1", "Penerimaan", "TRX-1")]
    [InlineData("pegawai dua", "Pegawai", "Pegawai Dua")]
    [InlineData("rancangan juni", "Keputusan jasa", "Rancangan Juni")]
    [InlineData("april 2024", "Klaim", "Klaim April 2024")]
    public async Task TheSearch_FindsByNumberNameAndAmount(string text, string group, string found)
    {
        await SpendOnceAsync("SP2D-1", 77_001, new DateOnly(2024, 6, 1));
        foreach (var (number, name) in new[] { ("P1", "Pegawai Satu"), ("P2", "Pegawai Dua"), ("P3", "Pegawai Tiga") })
        {
            await EnterStaffAsync(number, name, StaffKind.CivilServantIII);
        }

        await PrepareAsync(Fields());
        var palette = Portal.Services.GetRequiredService<CommandPalette>();

        var first = (await palette.FindAsync(User, text, Cancellation))[0];

        Assert.Equal((group, found), (first.Group, first.Text));
        Assert.NotNull(await Finance.PageAsync(first.Path));
        Assert.DoesNotContain(await palette.FindAsync(UserOf(PortalRoles.Sekretariat), text, Cancellation), entry =>
            entry.Path.StartsWith("/wakatobi", StringComparison.Ordinal)
        );
    }

    private static ClaimsPrincipal User => UserOf(PortalRoles.KeuanganRsud);

    private static GridState Chosen(string column, string value) =>
        new() { Choices = ImmutableSortedDictionary<string, string>.Empty.Add(column, value) };

    private Task<GridPage<ExpenditureRow>> FindAsync(GridState state) =>
        Portal.Services.GetRequiredService<ExpenditureList>().FindAsync(User, 2024, category: null, GridQuery.Page(state), Cancellation);

    private Task PlanAsync() =>
        Portal
            .Services.GetRequiredService<SpendingPlanning>()
            .EnterAsync(User, "Keputusan", new DateOnly(2024, 3, 25), [new SpendingShare("OBAT", Percent.Parse("100"))], Cancellation);

    private async Task SpendAsync()
    {
        await PlanAsync();
        foreach (var number in Enumerable.Range(1, 150))
        {
            await EnterAsync(
                string.Create(CultureInfo.InvariantCulture, $"SP2D-{number:D3}"),
                1000 + number,
                new DateOnly(2024, 6, 1).AddDays(number / 5)
            );
        }

        await using var db = await ContextAsync();
        var last = await db.Expenditures.SingleAsync(item => item.Document == "SP2D-150", Cancellation);
        await Portal.Services.GetRequiredService<SpendingDesk>().ReverseAsync(User, last.Id, last.Revision, "Salah.", Cancellation);
    }

    private async Task SpendOnceAsync(string document, long amount, DateOnly on)
    {
        await using var db = await ContextAsync();
        if (!await db.SpendingPlans.AnyAsync(Cancellation))
        {
            await PlanAsync();
        }

        await EnterAsync(document, amount, on);
    }

    private Task<Guid> EnterAsync(string document, long amount, DateOnly on) =>
        Portal
            .Services.GetRequiredService<SpendingDesk>()
            .EnterAsync(
                User,
                new ExpenditureEntry(on, "OBAT", new Rupiah(amount), document, "Apotek 99", "Obat rawat jalan"),
                Cancellation
            );
}
