using System.Diagnostics;
using ClosedXML.Excel;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Commands;

/// <summary>The invented year's books, taken out of the portal and read by others.</summary>
public sealed class ExportBooksTests : IAsyncLifetime
{
    private readonly PortalFixture fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await fixture.InitializeAsync("--Portal:Today=2025-03-01", "--Portal:DemoFund=true");

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Hledger_ChecksTheBooksOfTheInventedYear_AndTotalsThemTheSame()
    {
        Assert.SkipUnless(Hledger.IsInstalled, "hledger is not installed; the Debian package is called hledger.");
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        var file = Path.Combine(fixture.Portal.Folder.FullName, "2024.journal");
        await File.WriteAllBytesAsync(file, await finance.GetByteArrayAsync("/wakatobi/buku/2024.journal", Cancellation), Cancellation);

        await Hledger.AgreesAsync(file, await BalanceAsync(), Cancellation);

        // A file that says something else than the bank did is refused: the assertions are read.
        var text = await File.ReadAllTextAsync(file, Cancellation);
        var last = text.LastIndexOf(" = ", StringComparison.Ordinal);
        Assert.Equal(12, text.Split(" IDR = ").Length - 1);
        await File.WriteAllTextAsync(file, text[..last] + " = 1 IDR\n", Cancellation);
        var balance = await BalanceAsync();
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Hledger.AgreesAsync(file, balance, Cancellation));
    }

    [Fact]
    public async Task TheNextYear_BeginsWithWhatTheClosedOneLeft()
    {
        Assert.SkipUnless(Hledger.IsInstalled, "hledger is not installed; the Debian package is called hledger.");
        await using var db = await fixture.Portal.DatabaseAsync();
        var next = (await FundBooks.YearAsync(db, 2025, Cancellation))!;

        Assert.NotEmpty(next.Opening.Accounts);
        Assert.Equal((await BalanceAsync())[ChartOfAccounts.Bank], next.Opening[ChartOfAccounts.Bank]);
        await Hledger.AgreesAsync(next, Cancellation);
    }

    [Fact]
    public async Task Workbook_HoldsTheJournalAndTheTrialBalance()
    {
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        using var workbook = new XLWorkbook(new MemoryStream(await finance.GetByteArrayAsync("/wakatobi/buku/2024.xlsx", Cancellation)));
        var journal = workbook.Worksheet("Jurnal").RowsUsed().Skip(1).ToList();
        var balance = await BalanceAsync();

        Assert.Equal(journal.Sum(row => row.Cell(6).GetDouble()), journal.Sum(row => row.Cell(7).GetDouble()));
        Assert.Equal(
            balance.Accounts.Select(account => (account.Account, (double)account.Debit.Amount, (double)account.Credit.Amount)),
            workbook
                .Worksheet("Neraca saldo")
                .RowsUsed()
                .Skip(1)
                .Select(row => (row.Cell(1).GetString(), row.Cell(3).GetDouble(), row.Cell(4).GetDouble()))
        );
    }

    [Fact]
    public async Task Csv_HasALineForEachLineOfTheJournal()
    {
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        var lines = (await finance.GetStringAsync("/wakatobi/buku/2024.csv", Cancellation)).TrimEnd().Split("\r\n");
        await using var db = await fixture.Portal.DatabaseAsync();
        var entries = await db.JournalEntries.Where(entry => entry.On.Year == 2024).ToListAsync(Cancellation);

        Assert.Equal("Tanggal,Nomor,Uraian,Akun,Nama akun,Debit,Kredit,Sumber,Kunci jurnal", lines[0]);
        Assert.Equal(entries.Sum(entry => entry.Lines.Count), lines.Length - 1);
        Assert.Contains(lines, line =>
            line.StartsWith(
                "2024-01-01,1,Saldo awal: CONTOH/LHP/12/2023,1.1,Rekening bank rumah sakit,850000000,0,",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task TheCommand_WritesWhatThePageGives()
    {
        var file = Path.Combine(fixture.Portal.Folder.FullName, "dari-perintah.journal");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "KerjaBhakti.Web.dll"),
                "export-books",
                "--year",
                "2024",
                "--format",
                "hledger",
                "--out",
                file,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["Database__File"] = PortalUnderTest.DatabaseIn(fixture.Portal.Folder);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(0, process.ExitCode);
        Assert.EndsWith("jurnal, selisih debit dan kredit Rp0.", output.TrimEnd(), StringComparison.Ordinal);
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        Assert.Equal(
            await finance.GetByteArrayAsync("/wakatobi/buku/2024.journal", Cancellation),
            await File.ReadAllBytesAsync(file, Cancellation)
        );
    }

    [Fact]
    public async Task AYearTheBooksDoNotHave_IsNotThere()
    {
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        foreach (var path in new[] { "/wakatobi/buku/2019.xlsx", "/wakatobi/buku/99999.csv", "/wakatobi/buku/-1.journal" })
        {
            using var answer = await finance.GetAsync(path, Cancellation);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<TrialBalance> BalanceAsync()
    {
        await using var db = await fixture.Portal.DatabaseAsync();
        return await BookSums.ThroughAsync(db, new DateOnly(2024, 12, 31), Cancellation);
    }
}
