using System.Net;
using AngleSharp.Dom;
using ClosedXML.Excel;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Wakatobi.Fees;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Fees;

/// <summary>
/// Distributions as payrolls: register, months, deductions, what the Director sends back, and the lists they come out as.
/// </summary>
public sealed class FundPayrollTests : FundFeePortal
{
    private const string Rules = "/wakatobi/jasa/potongan";

    [Fact]
    public async Task Deductions_FromTheRuleToTheTaxOffice_LeaveTheBankNetAndThenGross()
    {
        await RegisterAsync();
        await DeductAsync(StaffKind.CivilServantIII, "5");
        var preview = await PreviewAsync(Fields());
        Assert.Contains(
            "Rp1.000.000 dibagikan kepada 3 pegawai; potongan Rp25.416, dibayarkan Rp974.584.",
            preview.QuerySelector("section[aria-labelledby=hasil]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Pegawai Satu P1 IGD 508.334 25.416 482.918",
            RowsOf(preview, "section[aria-labelledby=hasil]").Single(row => row.StartsWith("Pegawai Satu", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

        var page = await PrepareAsync(Fields());
        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
        Assert.Equal(
            [
                (ChartOfAccounts.Bank, -974_584),
                (ChartOfAccounts.ApprovedFees, 25_416),
                (ChartOfAccounts.DeductionsPayable, -25_416),
                (ChartOfAccounts.FeeExpense, 974_584),
            ],
            await BalancesAsync(page)
        );

        Assert.Contains(
            "mendahului pembayaran jasa",
            await RefusalAsync(Finance, page, "setor", Remittance("2024-07-11")),
            StringComparison.Ordinal
        );
        Assert.Contains("belum tiba", await RefusalAsync(Finance, page, "setor", Remittance("2024-07-16")), StringComparison.Ordinal);
        await StepAsync(Finance, page, "setor", Remittance("2024-07-15"));
        Assert.Equal([(ChartOfAccounts.Bank, -1_000_000), (ChartOfAccounts.FeeExpense, 1_000_000)], await BalancesAsync(page));
        Assert.Contains(
            "disetor 15 Juli 2024 dengan bukti NTPN-1",
            await Finance.GetStringAsync(page, Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task APayment_OnADayWithOtherDeductionsThanWereApproved_IsRefused()
    {
        await RegisterAsync();
        await DeductAsync(StaffKind.CivilServantIII, "5", "2024-07-13");
        var page = await PrepareAsync(Fields());
        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));

        Assert.Contains(
            "Potongan PNS golongan III pada 13 Juli 2024 lain daripada pada 12 Juli 2024",
            await RefusalAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-13" }),
            StringComparison.Ordinal
        );
        await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
    }

    [Fact]
    public async Task TheDirector_ReturnsWithAReason_AndFinanceBeginsAgainFromWhatWasTyped()
    {
        var page = await PrepareAsync(Fields());
        Assert.Contains(
            "Alasan pengembalian",
            await RefusalAsync(Director, page, "kembalikan", new() { ["Posted.Reason"] = " " }),
            StringComparison.Ordinal
        );
        await StepAsync(Director, page, "kembalikan", new() { ["Posted.Reason"] = "Poin ICU belum masuk." });

        var returned = await Finance.PageAsync(page);
        Assert.Equal("Dikembalikan", returned.QuerySelector("h1 ~ .badge, .page-header .badge")!.TextContent.Trim());
        Assert.Contains("15 Juli 2024", Fact(returned, "Dikembalikan"), StringComparison.Ordinal);
        Assert.Equal("Poin ICU belum masuk.", Fact(returned, "Alasan pengembalian"));
        Assert.Empty(await BalancesAsync(page));

        var again = await Finance.PageAsync(returned.QuerySelector("a[href*='?dari=']")!.GetAttribute("href")!);
        Assert.Equal("1.000.000", again.QuerySelector("#jumlah")!.GetAttribute("value"));
        Assert.Contains("P1\tPegawai Satu\tLANGSUNG\t12,5", again.QuerySelector("#pegawai")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tersedia Rp1.000.001", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(again.QuerySelector("input[name='Posted.Months'][value='2024-04']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task ADistribution_WithoutAMonth_IsRefused()
    {
        var fields = Fields();
        fields.Remove("Posted.Months");
        var shown = Shown(await PreviewAsync(new(fields)));

        using var answer = await PostAsync(new(fields) { ["Posted.Shown"] = shown, ["Posted.Step"] = "siapkan" });

        Assert.Equal(
            ["Pilih bulan klaim yang jasanya dibagikan."],
            (await ParseAsync(answer)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
        );
    }

    [Fact]
    public async Task StaffAndLastPoints_ComeFromTheRegisterAndTheLastDistribution()
    {
        await RegisterAsync();
        await PrepareAsync(new(Fields()) { ["Posted.Pool"] = "500.000" });
        await EnterStaffAsync("P4", "Pegawai Empat", StaffKind.Other);

        var page = await PreviewAsync(new(Fields()) { ["Posted.Staff"] = string.Empty, ["Posted.Step"] = "pegawai" });

        Assert.Equal(
            [
                "NIP\tNama\tKomponen\tPoin",
                "P2\tPegawai Dua\tLANGSUNG\t7,5",
                "P2\tPegawai Dua\tMERATA\t",
                "P4\tPegawai Empat\tLANGSUNG\t",
                "P4\tPegawai Empat\tMERATA\t",
                "P1\tPegawai Satu\tLANGSUNG\t12,5",
                "P1\tPegawai Satu\tMERATA\t",
                "P3\tPegawai Tiga\tLANGSUNG\t",
                "P3\tPegawai Tiga\tMERATA\t",
            ],
            page.QuerySelector("#pegawai")!.TextContent.Split('\n')
        );
    }

    [Fact]
    public async Task SomebodyWhomTheRegisterDoesNotKnow_IsRefusedByNameAndAnotherNameIsSaid()
    {
        await RegisterAsync();
        var page = await PreviewAsync(
            new(Fields()) { ["Posted.Staff"] = Staff.Replace("P3,Pegawai Tiga", "P9,Pegawai Sembilan", StringComparison.Ordinal) }
        );
        Assert.Equal(
            ["Pegawai Sembilan (P9) tidak ada dalam daftar pegawai; catat dahulu di sana."],
            page.QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
        );

        var renamed = await PreviewAsync(
            new(Fields()) { ["Posted.Staff"] = Staff.Replace("P3,Pegawai Tiga", "P3,Pegawai Lain", StringComparison.Ordinal) }
        );
        Assert.Contains(
            "Nomor P3: 'Pegawai Lain' dalam daftar ini, 'Pegawai Tiga' dalam daftar pegawai",
            renamed.QuerySelector("#keterangan")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AWorkbookWithAHiddenRowAndSheet_IsSaidBeforeAnythingIsTaken_AndATotalIsRefused()
    {
        var uploaded = await UploadAsync(sheet => sheet.Row(3).Hide());
        var said = uploaded.QuerySelector("#keterangan")!.TextContent;
        Assert.Contains("Lembar 'Lama' tersembunyi di berkas dan tidak dibaca.", said, StringComparison.Ordinal);
        Assert.Contains("Baris 3 berkas (P2) tersembunyi di berkas dan tetap dibaca.", said, StringComparison.Ordinal);
        Assert.NotNull(uploaded.QuerySelector("#hasil"));
        Assert.EndsWith("#hasil", uploaded.QuerySelector("button[value=hitung]")!.GetAttribute("formaction"), StringComparison.Ordinal);

        var total = await UploadAsync(sheet => sheet.Cell(3, 1).SetValue("JUMLAH"));
        Assert.Contains(
            "'JUMLAH' adalah baris jumlah, bukan pegawai",
            total.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheLists_AreForThoseWhoReadTheFundAndTheTransferOnlyOnceApproved()
    {
        await RegisterAsync();
        var page = await PrepareAsync(Fields());
        using (var early = await Finance.GetAsync($"{page}/transfer.xlsx", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        }

        await StepAsync(Director, page, "setujui", Approval("445/12/2024"));
        foreach (var file in new[] { "tanda-terima.pdf", "slip.pdf" })
        {
            Assert.StartsWith("%PDF", await Director.GetStringAsync($"{page}/{file}", Cancellation), StringComparison.Ordinal);
        }

        using var workbook = new XLWorkbook(await Finance.GetStreamAsync($"{page}/transfer.xlsx", Cancellation));
        Assert.Equal(508_334 + 358_333, Enumerable.Range(2, 2).Sum(row => workbook.Worksheet(1).Cell(row, 5).GetDouble()));
        Assert.Contains(
            "Rp866.667 kepada 2 pegawai. 1 pegawai tanpa rekening menerima Rp133.333 menurut daftar tanda terima.",
            System.Text.RegularExpressions.Regex.Replace(
                (await Finance.PageAsync(page)).QuerySelector("section[aria-labelledby=keluaran]")!.TextContent,
                @"\s+",
                " ",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains("Keuangan: daftar transfer jasa pelayanan menurut keputusan 445/12/2024", await LooksAsync());

        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        foreach (var file in new[] { "tanda-terima.pdf", "slip.pdf", "transfer.xlsx", "transfer.csv" })
        {
            using var closed = await staff.GetAsync($"{page}/{file}", Cancellation);
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }
    }

    [Fact]
    public async Task APersonsYear_SumsWhatWasPaidInItAndIsNoted()
    {
        await RegisterAsync();
        await DeductAsync(StaffKind.CivilServantIII, "5");
        foreach (var (pool, number) in new[] { ("400.000", "1/2024"), ("600.000", "2/2024") })
        {
            var page = await PrepareAsync(new(Fields()) { ["Posted.Pool"] = pool });
            await StepAsync(Director, page, "setujui", Approval(number));
            await StepAsync(Finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
        }

        var year = await Director.PageAsync("/wakatobi/jasa/orang?nomor=P1");
        Assert.Equal(
            [
                "12 Jul 2024 April 2024 1/2024 203.334 10.166 193.168",
                "12 Jul 2024 April 2024 2/2024 305.000 15.250 289.750",
                "Jumlah tahun 2024 508.334 25.416 482.918",
            ],
            RowsOf(year, "main")
        );
        Assert.Contains("Direktur: jasa setahun pegawai P1", await LooksAsync());

        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        await LinkAsync("P1");
        Assert.Equal(
            "Jumlah tahun 2024 508.334 25.416 482.918",
            RowsOf(await staff.PageAsync("/wakatobi/saya"), "section[aria-labelledby=setahun]")[^1]
        );
    }

    /// <summary>What was kept back for a receivable is no part of what somebody got: the columns of the year sum.</summary>
    [Fact]
    public void APersonsYear_WithAReceivableKeptBack_StillSums()
    {
        var slip = new FeeSlip(Guid.NewGuid(), "P1", "1/2024", null, FeeDistributionStatus.Paid, new DateOnly(2024, 7, 12), [])
        {
            Kept = new Rupiah(250),
        };

        var year = FeeYear.Of(new StaffName("P1", "Pegawai Satu", string.Empty), [slip], 2024, new DateOnly(2024, 12, 1));

        Assert.Equal(new Rupiah(250), year.Kept);
        Assert.Equal(year.Net, year.Gross - year.Deducted - year.Kept);
        var detail = new FeeDetail
        {
            Id = Guid.NewGuid(),
            Pool = new Rupiah(1_000),
            DecreeNumber = "1/2024",
            DecreeDate = null,
            Status = FeeDistributionStatus.Prepared,
            PreparedBy = "Pegawai",
            ApprovedBy = null,
            ApprovedAt = null,
            PaidOn = null,
            Kept = new Rupiah(250),
            ReversalReason = null,
            Revision = 1,
            Deducted = new Rupiah(50),
        };
        Assert.Equal(new Rupiah(700), detail.Net);
    }

    [Fact]
    public async Task ADeduction_IsEnteredOnceAndEnded()
    {
        await DeductAsync(StaffKind.CivilServantIII, "5");
        using (var twice = await Finance.PostFormAsync(Rules, Rule(StaffKind.CivilServantIII, "6", "2024-05-01"), FormOf("catat")))
        {
            Assert.Contains("sudah berlaku sejak", await twice.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using (var wrong = await Finance.PostFormAsync(Rules, new() { ["Posted.Rate"] = "lima" }, FormOf("catat")))
        {
            Assert.Equal(
                [
                    "Jenis pegawai: pilih salah satu.",
                    "Tarif: 'lima' bukan persen dari 0 sampai 100; tulis misalnya 5 atau 2,5.",
                    "Berlaku untuk pembayaran mulai: isikan tanggal, misalnya 15 Juli 2024.",
                ],
                (await ParseAsync(wrong)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
            );
        }

        using var ended = await Finance.PostFormAsync(
            Rules,
            new() { ["Posted.To"] = "2024-06-30" },
            "form:has(input[name=_handler][value^=akhiri])"
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("1 Januari 2024 s.d. 30 Juni 2024", await Director.GetStringAsync(Rules, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoThousandSlips_ComeInOneFile()
    {
        const int People = 2000;
        var decree = new FeeDecree("445/2024", [new FeeComponent("MERATA", Percent.Parse("100"), FeeMethod.Equal)]);
        var staff = Enumerable.Range(1, People).Select(number => new StaffPoints($"P{number:D5}", $"Pegawai ke-{number}", "MERATA", null));
        var id = await Portal
            .Services.GetRequiredService<FeeDistributions>()
            .PrepareAsync(
                UserOf(PortalRoles.KeuanganRsud),
                FeeCalculation.Of(new Rupiah(1_000_001), decree, [.. staff]),
                [new(2024, 4)],
                new DateOnly(2024, 7, 12),
                Cancellation
            );

        var file = await Director.GetByteArrayAsync($"/wakatobi/jasa/{id}/slip.pdf", Cancellation);

        Assert.InRange(file.Length, People, 20_000_000);
    }

    private static Dictionary<string, string> Remittance(string on) => new() { ["Posted.Date"] = on, ["Posted.Reference"] = "NTPN-1" };

    private static Dictionary<string, string> Rule(StaffKind kind, string rate, string from) =>
        new()
        {
            ["Posted.Name"] = "PPh 21",
            ["Posted.Kind"] = kind.ToString(),
            ["Posted.Rate"] = rate,
            ["Posted.LegalBasis"] = "Contoh",
            ["Posted.From"] = from,
        };

    private static string Fact(IDocument page, string label) =>
        page.QuerySelectorAll(".facts dt").Single(item => item.TextContent == label).NextElementSibling!.TextContent;

    private async Task DeductAsync(StaffKind kind, string rate, string from = "2024-01-01")
    {
        using var answer = await Finance.PostFormAsync(Rules, Rule(kind, rate, from), FormOf("catat"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task RegisterAsync()
    {
        await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.CivilServantIII, new BankAccount("Bank Contoh", "00011111", "Pegawai Satu"));
        await EnterStaffAsync("P2", "Pegawai Dua", StaffKind.ContractEmployee, new BankAccount("Bank Contoh", "00022222", "Pegawai Dua"));
        await EnterStaffAsync("P3", "Pegawai Tiga", StaffKind.HospitalEmployee);
    }

    private async Task<IDocument> UploadAsync(Action<IXLWorksheet> change)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Poin");
        string[][] rows =
        [
            ["NIP", "Nama", "Komponen", "Poin"],
            ["P1", "Pegawai Satu", "LANGSUNG", "12,5"],
            ["P2", "Pegawai Dua", "LANGSUNG", "7,5"],
            ["P1", "Pegawai Satu", "MERATA", ""],
        ];
        foreach (var (row, texts) in rows.Index())
        {
            foreach (var (column, text) in texts.Index())
            {
                sheet.Cell(row + 1, column + 1).SetValue(text);
            }
        }

        book.AddWorksheet("Lama").Cell(1, 1).SetValue("NIP");
        book.Worksheet("Lama").Hide();
        change(sheet);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        using var file = new MultipartFormDataContent();
        foreach (var (name, value) in await WithTokenAsync(Finance, Draft, "main form", new(Fields()) { ["Posted.Staff"] = string.Empty }))
        {
            file.Add(new StringContent(value), name);
        }

        file.Add(new ByteArrayContent(bytes.ToArray()), "Posted.File", "poin.xlsx");
        using var answer = await Finance.PostAsync(Draft, file, Cancellation);
        return await ParseAsync(answer);
    }
}
