using System.Net;
using System.Text;
using AngleSharp.Dom;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi.Personnel;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Tests.Wakatobi.Personnel;

/// <summary>The register of staff over its pages: entered, imported, changed, and whose account has which number.</summary>
public sealed class FundStaffTests : FundFeePortal
{
    private const string Register = "/wakatobi/pegawai";
    private const string Import = "/wakatobi/pegawai/impor";
    private const string Accounts = "/wakatobi/jasa/pegawai";

    [Fact]
    public async Task SomebodyEntered_IsInTheListAndInTheTrail_AndTheirNumberIsTakenInAnySpelling()
    {
        using var entered = await Finance.PostFormAsync($"{Register}/baru", Person("0007", "Pegawai A"));
        Assert.EndsWith($"{Register}?selesai=catat", entered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Pegawai A", await Director.GetStringAsync(Register, Cancellation), StringComparison.Ordinal);

        using var again = await Finance.PostFormAsync($"{Register}/baru", Person("7", "Pegawai B"));
        Assert.Equal(
            ["Nomor pegawai 7 sudah dipakai Pegawai A (0007)."],
            (await ParseAsync(again)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
        );
        Assert.Equal(["mencatat: pegawai Pegawai A (0007)"], await TrailAsync(FundActions.StaffEntered, "mencatat"));
    }

    [Fact]
    public async Task AChange_OfWhatSomebodyElseChangedMeanwhile_IsRefused()
    {
        var id = await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.ContractEmployee);
        var first = Person("P1", "Pegawai Satu");
        using var changed = await Finance.PostFormAsync($"{Register}/{id}", first);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        using var late = await Finance.PostFormAsync($"{Register}/{id}", new(Person("P1", "Nama lain")) { ["Posted.Revision"] = "0" });
        Assert.Contains(
            "Orang lain baru saja mengubah data ini",
            await late.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AFormWithSeveralMistakes_NamesAllOfThem()
    {
        using var answer = await Finance.PostFormAsync(
            $"{Register}/baru",
            new()
            {
                ["Posted.Number"] = "P1",
                ["Posted.Name"] = "Pegawai A",
                ["Posted.Account"] = "12",
            }
        );

        var problems = (await ParseAsync(answer)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent).ToList();
        Assert.Equal(
            [
                "Jenis: pilih salah satu.",
                "Mulai bekerja: isikan tanggal, misalnya 15 Juli 2024.",
                "Nama bank harus diisi, paling panjang 60 huruf.",
                "Nomor rekening '12' harus terdiri atas 5 sampai 20 angka.",
            ],
            problems
        );
    }

    [Fact]
    public async Task AFile_IsShownRowByRowAndStoredWholeWithAnEntryForEach()
    {
        await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.ContractEmployee);
        var preview = await CheckAsync(
            "NIP;Nama;Unit;Jenis;Bank;No Rekening;TMT",
            "P1;Pegawai Satu;ICU;;;;",
            "P2;Pegawai Dua;IGD;III/a;Bank Contoh;0012345678;1 Maret 2024",
            "JUMLAH;2;;;;;"
        );
        Assert.Equal(["Diubah: unit IGD menjadi ICU.", "Baru: PNS golongan III mulai 1 Maret 2024."], Verdicts(preview));
        Assert.Contains("adalah baris jumlah; dilewati", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());

        using var stored = await StoreAsync(preview);
        Assert.Equal(HttpStatusCode.Redirect, stored.StatusCode);
        Assert.Equal(2, await CountAsync());
        Assert.Equal(["mengubah: pegawai Pegawai Satu (P1)"], await TrailAsync(FundActions.StaffChanged, "mengubah"));
        Assert.Equal(2, (await TrailAsync(FundActions.StaffEntered, string.Empty)).Count);
    }

    [Fact]
    public async Task OneWrongRow_HoldsTheWholeFileAndComesAsAList()
    {
        var preview = await CheckAsync("NIP;Nama;Jenis;TMT", "P1;Pegawai A;PPPK;2024-01-01", "1.96804E+17;Pegawai B;PPPK;2024-01-01");

        Assert.Contains("sudah dibulatkan oleh lembar kerja", Verdicts(preview)[1], StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("input[name='Posted.Rows']"));
        Assert.Equal($"{Import}#hasil", preview.QuerySelector("button[formaction]")!.GetAttribute("formaction"));
        Assert.NotNull(preview.QuerySelector("#hasil"));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task AnAccount_GetsTheNumberOnlyOnceItsOwnerIsConfirmedByName()
    {
        await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.ContractEmployee);
        var account = (await Finance.PageAsync(Accounts)).QuerySelector("#akun option:not([value=''])")!.GetAttribute("value")!;

        using var unknown = await Finance.PostFormAsync(Accounts, Link(account, "P9"));
        Assert.Contains(
            "Nomor pegawai 'P9' tidak ada",
            (await ParseAsync(unknown)).QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );

        using var asked = await Finance.PostFormAsync(Accounts, Link(account, "'P1\u200b"));
        var page = await ParseAsync(asked);
        Assert.Contains("Nomor P1 atas nama Pegawai Satu, IGD", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ya, hubungkan dengan Pegawai Satu", page.QuerySelector("main button[type=submit]")!.TextContent.Trim());
        Assert.Equal(0, await LinksAsync());

        // A name that was confirmed for another number confirms nothing.
        using var other = await Finance.PostFormAsync(
            Accounts,
            new(Link(account, "P1")) { ["Posted.Confirmed"] = "Pegawai Dua", ["Posted.ConfirmedNumber"] = "P1" }
        );
        Assert.Contains(
            "Nomor P1 atas nama Pegawai Satu; pastikan orangnya",
            await other.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );

        await LinkAsync("P1");
        Assert.Equal(1, await LinksAsync());
        Assert.Equal(["P1 (Pegawai Satu)"], await AfterAsync(FundActions.StaffLinked));

        // Neither an account nor a number that was left out takes anything away; only its own button does.
        using var empty = await Finance.PostFormAsync(Accounts, Link(string.Empty, string.Empty));
        Assert.Equal(
            ["Akun: pilih akun pegawai.", "Nomor pegawai: harus diisi."],
            (await ParseAsync(empty)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent)
        );
        Assert.Equal(1, await LinksAsync());
        using var released = await Finance.PostFormAsync(Accounts, [], "form:has(input[value^='lepas-'])");
        Assert.EndsWith("selesai=lepas", released.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await LinksAsync());
    }

    [Theory]
    [InlineData(PortalRoles.DirekturRsud)]
    [InlineData(PortalRoles.Inspektorat)]
    public async Task WhoOnlyReads_SeesTheRegisterAndIsToldAtOnceWhatIsClosed(string role)
    {
        var account = new BankAccount("Bank Contoh", "12345678", "Pegawai Satu");
        var id = await EnterStaffAsync("P1", "Pegawai Satu", StaffKind.ContractEmployee, account);
        using var client = await ClientOfAsync(role);

        var page = await client.PageAsync($"{Register}/{id}");
        Assert.Contains("Bank Contoh 12345678", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        foreach (var path in new[] { $"{Register}/baru", Import, $"{Register}/templat.xlsx" })
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Contains("/ditolak", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Person(string number, string name) =>
        new()
        {
            ["Posted.Number"] = number,
            ["Posted.Name"] = name,
            ["Posted.Unit"] = "Bedah",
            ["Posted.Kind"] = nameof(StaffKind.CivilServantIII),
            ["Posted.From"] = "2024-01-01",
        };

    private static Dictionary<string, string> Link(string account, string number) =>
        new() { ["Posted.Account"] = account, ["Posted.StaffId"] = number };

    private static List<string> Verdicts(IDocument page) =>
        [.. page.QuerySelectorAll("table.stacked tbody tr").Select(row => row.QuerySelector("td:last-child")!.TextContent.Trim())];

    private async Task<IDocument> CheckAsync(params string[] lines)
    {
        using var file = new MultipartFormDataContent();
        foreach (var (name, value) in await WithTokenAsync(Finance, Import, "#impor", []))
        {
            file.Add(new StringContent(value), name);
        }

        file.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "Posted.File", "pegawai.csv");
        using var answer = await Finance.PostAsync(Import, file, Cancellation);
        return await ParseAsync(answer);
    }

    private async Task<HttpResponseMessage> StoreAsync(IDocument preview)
    {
        var fields = preview
            .QuerySelectorAll("#impor input[type=hidden]")
            .ToDictionary(hidden => hidden.GetAttribute("name")!, hidden => hidden.GetAttribute("value") ?? string.Empty);
        fields["Posted.Step"] = "simpan";
        using var content = new FormUrlEncodedContent(fields);
        return await Finance.PostAsync(Import, content, Cancellation);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await ContextAsync();
        return await db.StaffMembers.CountAsync(Cancellation);
    }

    private async Task<int> LinksAsync()
    {
        await using var db = await ContextAsync();
        return await db.StaffAccounts.CountAsync(Cancellation);
    }

    private async Task<IReadOnlyList<string>> TrailAsync(AuditAction action, string verb)
    {
        await using var db = await ContextAsync();
        return await db
            .AuditEntries.Where(entry => entry.Action == action.Code)
            .OrderBy(entry => entry.Id)
            .Select(entry => $"{verb}: {entry.Caption}")
            .ToListAsync(Cancellation);
    }

    private async Task<IReadOnlyList<string>> AfterAsync(AuditAction action)
    {
        await using var db = await ContextAsync();
        return await db.AuditEntries.Where(entry => entry.Action == action.Code).Select(entry => entry.After).ToListAsync(Cancellation);
    }
}
