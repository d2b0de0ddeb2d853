using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Books;

/// <summary>
/// The bank's statement beside the books, over the pages on 15 July 2024: Rp2.000.001 of BPJS (TRX-1) came on 20 May, and the bank says
/// more of that month than the books do.
/// </summary>
public sealed class FundBankTests : FundFeePortal
{
    private const string Import = "/wakatobi/rekening/impor";
    private const string May = "/wakatobi/rekening/2024/5";
    private const string Closing = "/wakatobi/buku/tutup";
    private const string Head = "Tanggal;Uraian;Debet;Kredit;Saldo;No. Referensi";

    private static readonly string[] Statement =
    [
        "PT Bank Contoh;;;;;",
        Head,
        "20/05/2024;TRF BPJS KESEHATAN;;2.000.001,00;2.000.001,00;TRX-1",
        "31/05/2024;JASA GIRO;;1.500,75;2.001.501,75;",
        "31/05/2024;PAJAK JASA GIRO;300,15;;2.001.201,60;",
        "31/05/2024;BIAYA ADM;5.000,00;;1.996.201,60;",
    ];

    private BankReconciliation Reconciliation => Portal.Services.GetRequiredService<BankReconciliation>();

    private BankStatements Statements => Portal.Services.GetRequiredService<BankStatements>();

    private FundClosing Books => Portal.Services.GetRequiredService<FundClosing>();

    [Fact]
    public async Task AStatement_IsImportedMatchedBookedFromItsLinesAndClosed_WithoutOneAddressTyped()
    {
        // Nothing is stored by looking.
        var preview = await CheckAsync(Statement);
        Assert.Equal("4 baris baru, 0 sudah tercatat, 0 tanpa nilai rupiah.", preview.QuerySelector("#hasil + p")!.TextContent);
        Assert.Contains("Sen tidak dibukukan", Verdicts(preview)[1], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(db => db.StatementLines));
        var month = await StoreAsync(preview);
        Assert.Equal($"{May}?hasil=diimpor", month);

        // The receipt was certain, the bank's own lines are for a person.
        var page = await Finance.PageAsync(month);
        Assert.Equal(["JASA GIRO", "PAJAK JASA GIRO", "BIAYA ADM"], Texts(page, "table[data-side=bank] th[scope=row]"));
        Assert.Equal("-Rp3.800", page.QuerySelector("#belum-buku")!.TextContent);
        Assert.Equal("Rp0", page.QuerySelector("#selisih")!.TextContent);
        Assert.Contains(
            "3 baris bank senilai -Rp3.800 belum dicocokkan",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        // The same file adds nothing.
        var again = await CheckAsync(Statement);
        Assert.Contains("Semua baris berkas ini sudah tercatat", again.QuerySelector("#hasil + p")!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("button[value=simpan]"));

        // Each line becomes what it is, its form filled from it.
        foreach (var document in new[] { "RK-0531", "RK-0531", "RK-0531-A" })
        {
            var link = (await Finance.PageAsync(May)).QuerySelector("table[data-side=bank] a")!.GetAttribute("href")!;
            var form = await Finance.PageAsync(link);
            var kind = form.QuerySelector("#jenis option[selected]")!.GetAttribute("value")!;
            var description = form.QuerySelector("#uraian")!.GetAttribute("value")!;
            using var booked = await Finance.PostFormAsync(
                link,
                new()
                {
                    ["Posted.Kind"] = kind,
                    ["Posted.Document"] = document,
                    ["Posted.Description"] = description,
                }
            );
            Assert.Equal($"{May}?hasil=dicatat", await AddressAsync(booked));
        }

        var whole = await Finance.PageAsync(May);
        Assert.Contains(
            "Semua baris cocok dan saldo sama dengan buku.",
            whole.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await CloseEmptyMonthsAsync();
        using (var closed = await Finance.PostFormAsync(Closing, [], FormOf("tutup-bulan")))
        {
            Assert.Equal($"{Closing}?tahun=2024&selesai=bulan", await AddressAsync(closed));
        }

        await using var db = await ContextAsync();
        var assertion = (await db.FiscalYears.SingleAsync(Cancellation)).Closings.Single(closing => closing.On.Month == 5);
        Assert.Equal(
            (new Rupiah(1_996_201), new Rupiah(1_996_201), Rupiah.Zero),
            (assertion.Statement, assertion.Books, assertion.Outstanding)
        );

        // What a closed month rests on stays.
        var match = await db.BankMatches.AsSplitQuery().FirstAsync(Cancellation);
        await RefusedAsync("Mei 2024 sudah ditutup", () =>
            Reconciliation.UnmatchAsync(UserOf(PortalRoles.KeuanganRsud), match.Id, Cancellation)
        );
        var import = await db.BankStatements.SingleAsync(Cancellation);
        await RefusedAsync("Mei 2024 sudah ditutup", () =>
            Statements.RemoveAsync(UserOf(PortalRoles.KeuanganRsud), import.Id, import.Revision, "Salah", Cancellation)
        );
        Assert.DoesNotContain("Lepas", (await Finance.PageAsync(May)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var late = await CheckAsync([.. Statement, "31/05/2024;BIAYA LAIN;1,00;;1.996.200,60;"]);
        Assert.Contains("Mei 2024 sudah ditutup", Verdicts(late)[^1], StringComparison.Ordinal);

        Assert.Equal(
            [(FundActions.StatementImported.Code, 1), (FundActions.BankMatched.Code, 4), (FundActions.BankMoved.Code, 3)],
            await TrailAsync(FundActions.StatementImported, FundActions.BankMatched, FundActions.BankMoved)
        );
    }

    [Fact]
    public async Task AStatementThatDoesNotAddUp_NamesTheLineAndStoresNothing()
    {
        var preview = await CheckAsync([.. Statement[..3], "31/05/2024;JASA GIRO;;1.500,00;2.005.000,00;"]);

        Assert.Contains("1 dari 2 baris harus diperbaiki", preview.QuerySelector("#hasil + p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Baris 4: saldo Rp2.005.000 tidak cocok", Verdicts(preview)[1], StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("button[value=simpan]"));
    }

    [Fact]
    public async Task SeveralAndOne_AreMatchedByHand_AndUndone()
    {
        await MoveAsync(31, "RK-1", 2_000);
        await MoveAsync(31, "RK-2", 3_000);
        await StoreAsync(await CheckAsync([.. Statement[..3], "31/05/2024;BIAYA;5.000,00;;1.995.001,00;"]));

        var page = await Finance.PageAsync(May);
        var line = Assert.Single(Boxes(page, "baris"));
        var entries = Boxes(page, "jurnal");
        Assert.Equal(2, entries.Count);
        using (var wrong = await MatchAsync([line], entries[..1]))
        {
            var answer = await ParseAsync(wrong);
            Assert.Contains("selisih", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, answer.QuerySelectorAll("input[type=checkbox][checked]").Length);
        }

        using (var right = await MatchAsync([line], entries))
        {
            Assert.Equal($"{May}?hasil=cocok", await AddressAsync(right));
        }

        var matched = await Finance.PageAsync(May);
        Assert.Empty(Boxes(matched, "baris"));
        var match = matched
            .QuerySelectorAll("button[name=pencocokan]")
            .Single(button => button.GetAttribute("aria-label") == "Lepas BIAYA")
            .GetAttribute("value")!;
        using var undone = await Finance.PostFormAsync(May, new() { ["pencocokan"] = match }, FormOf("lepas"));
        Assert.Equal($"{May}?hasil=lepas", await AddressAsync(undone));
        Assert.Equal([line], Boxes(await Finance.PageAsync(May), "baris"));
        Assert.Equal([(FundActions.BankUnmatched.Code, 1)], await TrailAsync(FundActions.BankUnmatched));
    }

    [Fact]
    public async Task AnEntryTheBankDoesNotKnowYet_ExplainsTheDifference_AndIsMatchedAMonthLater()
    {
        await MoveAsync(31, "RK-1", 7_000);
        await StoreAsync(await CheckAsync(Statement[..3]));
        await CloseEmptyMonthsAsync();
        var user = UserOf(PortalRoles.KeuanganRsud);

        await Books.CloseMonthAsync(user, new FiscalMonth(2024, 5), typed: null, Cancellation);

        var table = (await Finance.PageAsync(Closing)).QuerySelector("[aria-label='Bulan yang sudah ditutup'] tbody tr:last-child")!;
        Assert.Equal(["2.000.001", "1.993.001", "-7.000"], table.QuerySelectorAll("td.number").Select(cell => cell.TextContent));
        var journal = Encoding.UTF8.GetString(
            (await Portal.Services.GetRequiredService<FundBooks>().YearAsync(user, 2024, Cancellation))!.ToHledger()
        );
        Assert.Contains("0 IDR = 1993001 IDR", journal, StringComparison.Ordinal);

        await StoreAsync(await CheckAsync([Head, "03/06/2024;BIAYA;7.000,00;;1.993.001,00;RK-1"]));
        await Books.CloseMonthAsync(user, new FiscalMonth(2024, 6), typed: null, Cancellation);
        Assert.Contains(
            "Semua jurnal bank",
            (await Finance.PageAsync("/wakatobi/rekening/2024/6")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AWrongImport_IsRemovedWithItsMatchesAndItsReasonStays()
    {
        await StoreAsync(await CheckAsync(Statement));
        var option = (await Finance.PageAsync(May)).QuerySelector("#impor option")!.GetAttribute("value")!;

        using var removed = await Finance.PostFormAsync(May, new() { ["impor"] = option, ["alasan"] = "Rekening lain" }, FormOf("hapus"));

        Assert.Equal($"{May}?hasil=dihapus", await AddressAsync(removed));
        var page = (await Finance.PageAsync(May)).QuerySelector("main")!.TextContent;
        Assert.Contains("Rekening lain", page, StringComparison.Ordinal);
        Assert.Contains("Rekening koran Mei 2024 belum diimpor", page, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(db => db.BankMatches));
        Assert.Equal([(FundActions.StatementRemoved.Code, 1)], await TrailAsync(FundActions.StatementRemoved));

        // It may come again, rightly.
        await StoreAsync(await CheckAsync(Statement));
        Assert.Equal(8, await CountAsync(db => db.StatementLines));
    }

    [Fact]
    public async Task TheDirector_ReadsAndChangesNothing()
    {
        await StoreAsync(await CheckAsync(Statement));

        var page = await Director.PageAsync(May);
        Assert.Contains("JASA GIRO", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main button, main input[type=checkbox]"));
        using (var refused = await Director.GetAsync(Import, Cancellation))
        {
            Assert.Contains("/ditolak", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        var director = UserOf(PortalRoles.DirekturRsud);
        var sheet = new StatementSheet([], null, null, []);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Statements.PreviewAsync(director, sheet, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Statements.ImportAsync(director, "a", sheet, 0, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Statements.RemoveAsync(director, Guid.Empty, 0, "a", Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            Statements.AttachAsync(director, new FiscalMonth(2024, 5), "a", [], Cancellation)
        );
        await Assert.ThrowsAsync<AccessDeniedException>(() => Reconciliation.MatchAsync(director, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Reconciliation.MatchAsync(director, [], [], Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Reconciliation.UnmatchAsync(director, Guid.Empty, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            Reconciliation.EnterAsync(director, Guid.Empty, BankMovementKind.Charge, "a", "a", Cancellation)
        );
    }

    [Fact]
    public async Task TheScanOfAStatement_StaysWithItsMonthAsItWasUploaded()
    {
        var scan = InstructionPdf.Write(new InstructionPrint(Seed.Instruction));

        Assert.Equal($"{May}?hasil=bukan-pdf", await UploadAsync("bukan pdf"u8.ToArray()));
        Assert.Equal($"{May}?hasil=pindaian", await UploadAsync(scan));
        Assert.Equal($"{May}?hasil=ditolak", await UploadAsync(scan));

        var link = (await Director.PageAsync(May)).QuerySelector("a[href*='/pindaian/']")!.GetAttribute("href")!;
        Assert.Equal(scan, await Director.GetByteArrayAsync(link, Cancellation));
        Assert.Null((await Finance.PageAsync("/wakatobi/rekening/2024/6")).QuerySelector("a[href*='/pindaian/']"));
    }

    [Fact]
    public async Task ALineOfTheBank_FillsTheFormOfAReceipt()
    {
        await StoreAsync(await CheckAsync([.. Statement[..3], "31/05/2024;BPJS SUSULAN;;9.000,00;2.009.001,00;TRX-9"]));
        var line = (await Finance.PageAsync(May)).QuerySelector("table[data-side=bank] a")!.GetAttribute("href")!;

        var form = (await Finance.PageAsync(line)).QuerySelector("a[href^='/wakatobi/penerimaan/baru']")!.GetAttribute("href")!;

        Assert.Equal("/wakatobi/penerimaan/baru?tanggal=2024-05-31&jumlah=9000&referensi=TRX-9", form);
        var filled = await Finance.PageAsync(form);
        Assert.Equal(
            ["2024-05-31", "9000", "TRX-9"],
            new[] { "#tanggal", "#jumlah", "#referensi" }.Select(field => filled.QuerySelector(field)!.GetAttribute("value"))
        );
    }

    private static List<string> Verdicts(IDocument page) => Texts(page, "table.stacked tbody td:last-child");

    private static List<string> Texts(IDocument page, string cells) =>
        [.. page.QuerySelectorAll(cells).Select(cell => cell.TextContent.Trim())];

    private static List<string> Boxes(IDocument page, string name) =>
        [.. page.QuerySelectorAll($"input[name={name}]").Select(box => box.GetAttribute("value")!)];

    private static async Task RefusedAsync(string problem, Func<Task> action) =>
        Assert.Contains(problem, (await Assert.ThrowsAsync<FundRefusedException>(action)).Message, StringComparison.Ordinal);

    private async Task<string> AddressAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return new Uri(Portal.Address, answer.Headers.Location!).PathAndQuery;
    }

    private async Task<IDocument> CheckAsync(params string[] lines)
    {
        using var file = new MultipartFormDataContent();
        foreach (var (name, value) in await WithTokenAsync(Finance, Import, "#impor", []))
        {
            file.Add(new StringContent(value), name);
        }

        file.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "Posted.File", "mei.csv");
        using var answer = await Finance.PostAsync(Import, file, Cancellation);
        return await ParseAsync(answer);
    }

    private async Task<string> StoreAsync(IDocument preview)
    {
        var fields = preview
            .QuerySelectorAll("#impor input[type=hidden]")
            .ToDictionary(hidden => hidden.GetAttribute("name")!, hidden => hidden.GetAttribute("value") ?? string.Empty);
        fields["Posted.Step"] = "simpan";
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await Finance.PostAsync(Import, content, Cancellation);
        return await AddressAsync(answer);
    }

    private async Task<HttpResponseMessage> MatchAsync(IEnumerable<string> lines, IEnumerable<string> entries)
    {
        var fields = (await WithTokenAsync(Finance, May, FormOf("cocok"), [])).ToList();
        fields.AddRange(lines.Select(key => KeyValuePair.Create("baris", key)));
        fields.AddRange(entries.Select(key => KeyValuePair.Create("jurnal", key)));
        using var content = new FormUrlEncodedContent(fields);
        return await Finance.PostAsync(May, content, Cancellation);
    }

    private async Task<string> UploadAsync(byte[] content)
    {
        var token = (await Finance.PageAsync(May)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token), "__RequestVerificationToken");
        using var part = new ByteArrayContent(content);
        form.Add(part, "berkas", "mei.pdf");
        using var answer = await Finance.PostAsync(May + "/pindaian", form, Cancellation);
        return await AddressAsync(answer);
    }

    private Task<Guid> MoveAsync(int day, string document, long amount) =>
        Portal
            .Services.GetRequiredService<BankMovements>()
            .EnterAsync(
                UserOf(PortalRoles.KeuanganRsud),
                new BankMovementEntry(new DateOnly(2024, 5, day), BankMovementKind.Charge, new Rupiah(amount), document, "Biaya bank"),
                Cancellation
            );

    /// <summary>January to April, in which nothing moved.</summary>
    private async Task CloseEmptyMonthsAsync()
    {
        foreach (var month in FiscalMonth.OfYear(2024).Take(4))
        {
            using var closed = await Finance.PostFormAsync(
                Closing,
                new() { ["Posted.Month"] = month.ToString(), ["Posted.Statement"] = "0" },
                FormOf("tutup-bulan")
            );
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }
    }

    private async Task<int> CountAsync<T>(Func<KerjaBhakti.Data.PortalDbContext, IQueryable<T>> rows)
    {
        await using var db = await ContextAsync();
        return await rows(db).CountAsync(Cancellation);
    }

    private async Task<IReadOnlyList<(string Action, int Count)>> TrailAsync(params AuditAction[] actions)
    {
        await using var db = await ContextAsync();
        var codes = actions.Select(action => action.Code).ToList();
        var found = await db
            .AuditEntries.Where(entry => codes.Contains(entry.Action))
            .Select(entry => entry.Action)
            .ToListAsync(Cancellation);
        return [.. codes.Select(code => (code, found.Count(action => action == code)))];
    }
}
