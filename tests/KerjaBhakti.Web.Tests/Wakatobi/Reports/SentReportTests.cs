using System.Net;
using System.Security.Cryptography;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Web.Wakatobi.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Reports;

/// <summary>Reports on 15 July 2024 of a fund whose first claim is that of April.</summary>
public sealed class SentReportTests : FundFeePortal
{
    private const string Activity = "/wakatobi/laporan/kegiatan?dari=2024-04&sampai=2024-04";

    [Fact]
    public async Task WhatIsDue_WaitsUntilItIsSent()
    {
        Assert.Equal(
            [
                (FundReportKind.Activity, "April 2024", new DateOnly(2024, 5, 15)),
                (FundReportKind.Activity, "Mei 2024", new DateOnly(2024, 6, 15)),
                (FundReportKind.Activity, "Juni 2024", new DateOnly(2024, 7, 15)),
                (FundReportKind.FundUse, "April s.d. Juni 2024", new DateOnly(2024, 7, 30)),
                (FundReportKind.Regent, "April s.d. Juni 2024", new DateOnly(2024, 7, 30)),
            ],
            await DueAsync()
        );
        var waiting = (await Finance.PageAsync("/wakatobi")).QuerySelector("section[aria-labelledby=menunggu]")!.TextContent;
        Assert.Contains("3 periode belum dikirim, yang pertama April 2024", waiting, StringComparison.Ordinal);
        Assert.Contains("terlambat 61 hari", waiting, StringComparison.Ordinal);

        await SendAsync(Fields("900/1"));

        Assert.DoesNotContain(await DueAsync(), due => due is { Kind: FundReportKind.Activity, Period: "April 2024" });
        var list = await Finance.PageAsync("/wakatobi/laporan/terkirim");
        Assert.Equal("900/1", list.QuerySelector(".work-grid-row a")!.TextContent);
    }

    [Fact]
    public async Task AReport_IsKeptAsItWasSent_WhateverHappensLater()
    {
        var page = await SendAsync(Fields("900/1"));
        var sent = await Finance.GetByteArrayAsync($"{page}/laporan.pdf", Cancellation);

        var shown = await Finance.PageAsync(page);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), shown.QuerySelector("#sidik")!.TextContent);
        var words = new PdfReading(sent).Root.WholeText;
        Assert.Contains("Nama Uji", words, StringComparison.Ordinal);
        await using (var db = await ContextAsync())
        {
            await Assert.ThrowsAnyAsync<Exception>(() =>
                db.Database.ExecuteSqlAsync($"UPDATE wakatobi_SentReports SET Number = '900/2'", Cancellation)
            );
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"DELETE FROM wakatobi_SentReports", Cancellation));
        }

        // The proof is added once.
        Assert.EndsWith("hasil=ditolak", await ProveAsync(page, "2024-07-01", sent), StringComparison.Ordinal);
        Assert.EndsWith("hasil=pindaian", await ProveAsync(page, "2024-07-12", sent), StringComparison.Ordinal);
        Assert.EndsWith("hasil=ditolak", await ProveAsync(page, "2024-07-13", sent), StringComparison.Ordinal);
        Assert.Equal(sent, await Finance.GetByteArrayAsync($"{page}/bukti.pdf", Cancellation));
        Assert.Equal(sent, await Finance.GetByteArrayAsync($"{page}/laporan.pdf", Cancellation));
    }

    [Fact]
    public async Task WhatCannotBeSent_IsRefusedInWordsAndWhatWasTypedStays()
    {
        await SendAsync(Fields("900/1"));

        var twice = await RefusalAsync(Finance, Activity, "kirim", Fields(" 900 / 1"));
        Assert.Contains("sudah dipakai laporan lain", twice, StringComparison.Ordinal);
        var early = await RefusalAsync(Finance, "/wakatobi/laporan/kegiatan?dari=2024-07&sampai=2024-07", "kirim", Fields("900/3"));
        Assert.Contains("baru dapat dikirim setelah 31 Juli 2024", early, StringComparison.Ordinal);
        Assert.Contains("value=\"900/3\"", early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoRunsTheProgramme_SendsTheActivityReportAndReadsNoOther()
    {
        using var manager = await ClientOfAsync(PortalRoles.PengelolaProgram);
        var kinds = (await manager.PageAsync("/wakatobi/laporan")).QuerySelectorAll("table:first-of-type tbody th");
        Assert.Equal("Laporan kegiatan pelayanan kesehatan program jaminan kesehatan", Assert.Single(kinds).TextContent);
        using (var other = await manager.GetAsync("/wakatobi/laporan/penggunaan-dana", Cancellation))
        {
            Assert.NotEqual(HttpStatusCode.OK, other.StatusCode);
        }

        var page = await SendAsync(Fields("900/1"), manager);
        Assert.Contains("900/1", (await manager.PageAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var use = await Portal
            .Services.GetRequiredService<ReportMail>()
            .SendAsync(
                UserOf(PortalRoles.KeuanganRsud),
                FundReportKind.FundUse,
                new ReportPeriod(new FiscalMonth(2024, 4), new FiscalMonth(2024, 6)),
                new(null, null, null, null),
                new SendingEntry("900/2", new DateOnly(2024, 7, 5), new DateOnly(2024, 7, 5), "Dinas Kesehatan"),
                Cancellation
            );
        using var closed = await manager.GetAsync($"/wakatobi/laporan/terkirim/{use}/laporan.pdf", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task WhoRunsTheProgramme_SeesNoFee()
    {
        await PrepareAsync(new(FundFeePortal.Fields()) { ["Posted.Pool"] = "777.777" });
        using var manager = await ClientOfAsync(PortalRoles.PengelolaProgram);

        foreach (
            var path in new[]
            {
                "/kerja",
                "/wakatobi/klaim",
                "/wakatobi/klaim/2024-04",
                "/wakatobi/laporan",
                Activity,
                "/kerja/cari.json?q=777",
                "/kerja/cari.json?q=pegawai",
                "/kerja/menunggu.json",
            }
        )
        {
            var text = await manager.GetStringAsync(path, Cancellation);
            Assert.DoesNotContain("777.777", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1.000.001", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Pegawai Satu", text, StringComparison.Ordinal);
        }

        Assert.NotNull((await manager.PageAsync("/wakatobi/klaim/baru")).QuerySelector("main form"));
    }

    private static Dictionary<string, string> Fields(string number) =>
        new()
        {
            ["Posted.Number"] = number,
            ["Posted.Date"] = "2024-07-05",
            ["Posted.SentOn"] = "2024-07-08",
            ["Posted.Recipient"] = "Direktur",
            ["Posted.Name"] = "Nama Uji",
        };

    private async Task<IReadOnlyList<(FundReportKind Kind, string Period, DateOnly DueOn)>> DueAsync() =>
        [
            .. (await Portal.Services.GetRequiredService<ReportMail>().DueAsync(UserOf(PortalRoles.KeuanganRsud), Cancellation)).Select(
                due => (due.Kind, due.Period.ToIndonesian(), due.DueOn)
            ),
        ];

    /// <summary>Sends the activity report of April, and gives the page of what was sent.</summary>
    private async Task<string> SendAsync(Dictionary<string, string> fields, HttpClient? client = null)
    {
        using var answer = await (client ?? Finance).PostFormAsync(Activity, fields, FormOf("kirim"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return new Uri(Portal.Address, answer.Headers.Location!).AbsolutePath;
    }

    private async Task<string> ProveAsync(string page, string receivedOn, byte[] content)
    {
        var shown = await Finance.PageAsync(page);
        using var form = new MultipartFormDataContent();
        foreach (var hidden in shown.QuerySelectorAll("form[enctype='multipart/form-data'] input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value") ?? string.Empty), hidden.GetAttribute("name")!);
        }

        if (shown.QuerySelector("input[type=file]") is null)
        {
            var other = await Finance.PageAsync(Activity);
            form.Add(
                new StringContent(other.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            );
        }

        form.Add(new StringContent(receivedOn), "tanggal");
        form.Add(new ByteArrayContent(content), "berkas", "bukti.pdf");
        using var answer = await Finance.PostAsync($"{page}/bukti", form, Cancellation);
        return answer.Headers.Location!.OriginalString;
    }
}
