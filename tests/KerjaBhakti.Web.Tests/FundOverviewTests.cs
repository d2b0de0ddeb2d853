using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests;

/// <summary>The start page of the fund on 15 July 2024: a claim of April that was paid, and Rp1.000.000 to spend.</summary>
public sealed class FundOverviewTests : FundFeePortal
{
    [Fact]
    public async Task TheOverview_ShowsClaimsSpendingAndFeesFromWhatWasEntered()
    {
        await FileAsync("2024-05", new DateOnly(2024, 6, 20), 700_000);
        await PostAsync("/wakatobi/belanja/rencana", new()
        {
            ["Posted.Basis"] = "Keputusan Direktur",
            ["Posted.From"] = "2024-03-25",
            ["Posted.Shares[OBAT]"] = "60",
            ["Posted.Shares[BMHP]"] = "40",
        });
        await SpendAsync("2024-05-25", "100.000", "SP2D-1");
        await SpendAsync("2024-06-03", "50.000", "SP2D-2");
        await StepAsync(Director, await PrepareAsync(new(Fields()) { ["Posted.Pool"] = "500.000" }), "setujui", Approval("445/12/2024"));

        var page = await Director.PageAsync("/wakatobi");

        // Completeness came by itself on 30 June, 15 days ago.
        Assert.Equal(
            ["April 2024 2.000.001 2.000.001 2.000.001", "Mei 2024 700.000 0 0", "Jumlah 2.700.001 2.000.001 2.000.001"], RowsOf(page, "figure[aria-labelledby=klaim-bulan]"));
        Assert.Equal(
            ["0–15 hari 1 Rp700.000 Mei 2024", "16–30 hari 0 Rp0", "31–60 hari 0 Rp0", "Lebih dari 60 hari 0 Rp0", "Jumlah 1 Rp700.000"],
            RowsOf(page, "figure[aria-labelledby=umur-klaim]"));
        Assert.Equal(
            [
                "Obat-obatan 600.000 0 0 0 0 100.000 50.000 0 0 0 0 0 0 150.000 450.000",
                "Bahan medis habis pakai (BMHP) 400.000 0 0 0 0 0 0 0 0 0 0 0 0 0 400.000",
                "Jumlah 1.000.000 0 0 0 0 100.000 50.000 0 0 0 0 0 0 150.000 850.000",
            ],
            RowsOf(page, "figure[aria-labelledby=dana-jenis]"));
        Assert.Equal(
            ["LANGSUNG 445/12/2024 Rp300.000", "MERATA 445/12/2024 Rp200.000", "Jumlah Rp500.000"], RowsOf(page, "figure[aria-labelledby=jasa-komponen]"));

        // The longest bar fills its line, and what was not paid has none.
        Assert.Equal(["100.0%", "100.0%", "34.9%", "0%"], page.QuerySelectorAll("figure[aria-labelledby=klaim-bulan] .chart-bar rect").Select(bar => bar.GetAttribute("width")));
        Assert.All(page.QuerySelectorAll(".chart-label"), label => Assert.StartsWith("/wakatobi/", label.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWaitsForTheDirector_LeadsThereForTheDirectorAndElsewhereForTheOthers()
    {
        Assert.Null((await Director.PageAsync("/wakatobi")).QuerySelector("#menunggu"));
        await PrepareAsync(Fields());

        var seen = (await Director.PageAsync("/wakatobi")).QuerySelector("section[aria-labelledby=menunggu]")!;
        Assert.Contains("Pembagian jasa pelayanan: 1, Rp1.000.000", seen.TextContent, StringComparison.Ordinal);
        Assert.Equal("/wakatobi/persetujuan", seen.QuerySelector("a.button")!.GetAttribute("href"));

        var others = (await Finance.PageAsync("/wakatobi")).QuerySelector("section[aria-labelledby=menunggu]")!;
        Assert.Equal("/wakatobi/jasa", others.QuerySelector("a")!.GetAttribute("href"));
    }

    private async Task PostAsync(string path, Dictionary<string, string> fields)
    {
        using var answer = await Finance.PostFormAsync(path, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private Task SpendAsync(string on, string amount, string document) => PostAsync("/wakatobi/belanja/baru", new()
    {
        ["Posted.Document"] = document,
        ["Posted.On"] = on,
        ["Posted.Payee"] = "Apotek",
        ["Posted.Category"] = "OBAT",
        ["Posted.Amount"] = amount,
        ["Posted.Description"] = "Obat rawat jalan",
    });

    private Task FileAsync(string month, DateOnly on, long amount) => Portal.Services.GetRequiredService<FundWork>().DoAsync(
        UserOf(PortalRoles.KeuanganRsud),
        Access.EnterFund,
        async step =>
        {
            var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
            var claim = ClaimMonth.File(FiscalMonth.Parse(month), "INA-CBG", on, [new ClaimFiling("ICU", 10, new Rupiah(amount))], services, [], new ClaimTerms());
            step.Db.Add(claim);
            step.Note("fund.claim-filed", claim.Id, month);
        },
        Cancellation);
}
