using System.Net;
using AngleSharp.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Overview;

/// <summary>The start page of the fund on 15 July 2024: a claim of April that was paid, and Rp1.000.000 to spend.</summary>
public sealed class FundOverviewTests : FundFeePortal
{
    [Fact]
    public async Task TheOverview_ShowsClaimsSpendingAndFeesFromWhatWasEntered()
    {
        await FileAsync("2024-05", new DateOnly(2024, 6, 20), 700_000);
        await PostAsync(
            "/wakatobi/belanja/rencana",
            new()
            {
                ["Posted.Basis"] = "Keputusan Direktur",
                ["Posted.From"] = "2024-03-25",
                ["Posted.Shares[OBAT]"] = "60",
                ["Posted.Shares[BMHP]"] = "40",
            }
        );
        await SpendAsync("2024-05-25", "100.000", "SP2D-1");
        await SpendAsync("2024-06-03", "50.000", "SP2D-2");
        await StepAsync(Director, await PrepareAsync(new(Fields()) { ["Posted.Pool"] = "500.000" }), "setujui", Approval("445/12/2024"));

        var page = await Director.PageAsync("/wakatobi");

        Assert.Equal(
            ["April 2024 2.000.001 2.000.001 2.000.001", "Mei 2024 700.000 0 0", "Jumlah 2.700.001 2.000.001 2.000.001"],
            RowsOf(page, "figure[aria-labelledby=alur-klaim]")
        );

        // Filed less what is not verified is eligible, and all of that was paid; the longest bar fills its line.
        Assert.Equal(
            [
                ("Diajukan", "Rp2.700.001", "0%", "100.0%"),
                ("Belum diverifikasi", "−Rp700.000", "74.0%", "25.9%"),
                ("Ditolak", "Rp0", "74.0%", "0%"),
                ("Pending dan dispute", "Rp0", "74.0%", "0%"),
                ("Layak dibayar", "Rp2.000.001", "0%", "74.0%"),
                ("Belum dibayar", "Rp0", "74.0%", "0%"),
                ("Dibayar", "Rp2.000.001", "0%", "74.0%"),
            ],
            page.QuerySelectorAll("figure[aria-labelledby=alur-klaim] .chart-rows li")
                .Select(row =>
                    (
                        row.QuerySelector("a")!.TextContent,
                        row.QuerySelector(".chart-figure")!.TextContent,
                        row.QuerySelector("rect")!.GetAttribute("x"),
                        row.QuerySelector("rect")!.GetAttribute("width")
                    )
                )
        );

        // Completeness came by itself on 30 June, 15 days ago.
        Assert.Equal(
            ["0–15 hari 1 Rp700.000 Mei 2024", "16–30 hari 0 Rp0", "31–60 hari 0 Rp0", "Lebih dari 60 hari 0 Rp0", "Jumlah 1 Rp700.000"],
            RowsOf(page, "figure[aria-labelledby=umur-klaim]")
        );
        Assert.Equal(
            [
                "Obat-obatan 600.000 0 0 0 0 100.000 50.000 0 0 0 0 0 0 150.000 450.000",
                "Bahan medis habis pakai (BMHP) 400.000 0 0 0 0 0 0 0 0 0 0 0 0 0 400.000",
                "Jumlah 1.000.000 0 0 0 0 100.000 50.000 0 0 0 0 0 0 150.000 850.000",
            ],
            RowsOf(page, "figure[aria-labelledby=dana-jenis]")
        );
        Assert.Equal(
            ["LANGSUNG 445/12/2024 Rp300.000", "MERATA 445/12/2024 Rp200.000", "Jumlah Rp500.000"],
            RowsOf(page, "figure[aria-labelledby=jasa-komponen]")
        );

        // Against the plan month by month, until the month we are in; of one category where the address says so.
        Assert.Equal(
            [
                "Januari 2024 0 0 0",
                "Februari 2024 0 0 0",
                "Maret 2024 0 0 0",
                "April 2024 0 0 0",
                "Mei 2024 1.000.000 100.000 900.000",
                "Juni 2024 1.000.000 150.000 850.000",
                "Juli 2024 1.000.000 150.000 850.000",
            ],
            RowsOf(page, "figure[aria-labelledby=dana-bulan]")
        );
        Assert.Contains(
            "Juni 2024 600.000 150.000 450.000",
            RowsOf(await Director.PageAsync("/wakatobi?jenis=OBAT"), "figure[aria-labelledby=dana-bulan]")
        );
        Assert.All(page.QuerySelectorAll(".chart-label"), label =>
            Assert.StartsWith("/wakatobi/", label.GetAttribute("href"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task TheFigures_AreThoseOfThePagesBehindThem()
    {
        var tiles = (await Finance.PageAsync("/wakatobi")).QuerySelectorAll(".figure-tile");

        Assert.Equal(["/wakatobi/buku", "/wakatobi/jasa", "/wakatobi/belanja?tahun=2024", "/wakatobi/silpa"], tiles.Select(PathOf));
        Assert.Equal(["Rp2.000.001", "Rp1.000.001"], tiles.Select(tile => tile.QuerySelector("a")!.TextContent).Take(2));
        foreach (var tile in tiles.Take(2))
        {
            var figure = tile.QuerySelector("a")!.TextContent;
            var behind = (await Finance.PageAsync(PathOf(tile))).QuerySelector("main")!.TextContent;
            Assert.Contains(figure.Replace("Rp", string.Empty, StringComparison.Ordinal), behind, StringComparison.Ordinal);
        }

        static string PathOf(IElement tile) => tile.QuerySelector("a")!.GetAttribute("href")!;
    }

    [Fact]
    public async Task MonthsWithoutAClaim_WaitTogetherFromTheFirstClaimOn()
    {
        var waiting = (await Finance.PageAsync("/wakatobi")).QuerySelectorAll(".waiting-item").Select(item => item.TextContent);

        // April was filed; it is July.
        Assert.Contains(waiting, text => text.Contains("Klaim Mei dan Juni 2024 belum dicatat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWaitsForTheDirector_LeadsThereForTheDirectorAndElsewhereForTheOthers()
    {
        Assert.Empty((await Director.PageAsync("/wakatobi")).QuerySelectorAll(".waiting-item"));
        await PrepareAsync(Fields());

        var seen = (await Director.PageAsync("/wakatobi")).QuerySelector("section[aria-labelledby=menunggu]")!;
        Assert.Contains("Pembagian jasa pelayanan: 1 menunggu keputusan Anda", seen.TextContent, StringComparison.Ordinal);
        Assert.Equal("/wakatobi/persetujuan", seen.QuerySelector("a")!.GetAttribute("href"));

        var others = (await Finance.PageAsync("/wakatobi")).QuerySelector("section[aria-labelledby=menunggu-direktur]")!;
        Assert.Contains("Pembagian jasa pelayanan: 1, Rp1.000.000", others.TextContent, StringComparison.Ordinal);
        Assert.Equal("/wakatobi/jasa", others.QuerySelector("a")!.GetAttribute("href"));
    }

    private async Task PostAsync(string path, Dictionary<string, string> fields)
    {
        using var answer = await Finance.PostFormAsync(path, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private Task SpendAsync(string on, string amount, string document) =>
        PostAsync(
            "/wakatobi/belanja/baru",
            new()
            {
                ["Posted.Document"] = document,
                ["Posted.On"] = on,
                ["Posted.Payee"] = "Apotek",
                ["Posted.Category"] = "OBAT",
                ["Posted.Amount"] = amount,
                ["Posted.Description"] = "Obat rawat jalan",
            }
        );

    private Task FileAsync(string month, DateOnly on, long amount) =>
        Portal
            .Services.GetRequiredService<FundWork>()
            .DoAsync(
                UserOf(PortalRoles.KeuanganRsud),
                Access.EnterFund,
                async step =>
                {
                    var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
                    var claim = ClaimMonth.File(
                        FiscalMonth.Parse(month),
                        "INA-CBG",
                        on,
                        [new ClaimFiling("ICU", 10, new Rupiah(amount))],
                        services,
                        [],
                        new ClaimTerms()
                    );
                    step.Db.Add(claim);
                    step.Note(FundActions.ClaimFiled, claim.Id, month);
                },
                Cancellation
            );
}
