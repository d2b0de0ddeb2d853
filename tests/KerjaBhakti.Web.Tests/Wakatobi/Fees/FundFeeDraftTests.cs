using AngleSharp.Dom;
using KerjaBhakti.Web.Wakatobi.Fees;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Tests.Wakatobi.Fees;

/// <summary>The what-if of a distribution, over its form: what it shows, what it refuses, and that it stores nothing.</summary>
public sealed class FundFeeDraftTests : FundFeePortal
{
    [Theory]
    [InlineData("Posted.Components[1].Share", "39,99", "Bagian semua komponen berjumlah 99,99 %, padahal harus tepat 100 %.")]
    [InlineData("Posted.Components[1].Share", "empat puluh", "Komponen 'MERATA': bagian 'empat puluh' bukan persen dari 0 sampai 100")]
    [InlineData("Posted.Components[1].Code", "LANGSUNG", "Komponen 'LANGSUNG' ada 2 kali")]
    [InlineData("Posted.Pool", "1,000", "Jumlah yang dibagikan: '1,000' memakai koma")]
    [InlineData("Posted.Pool", "-5", "negatif")]
    [InlineData("Posted.Pool", "9000000000000001", "melebihi jumlah terbesar")]
    [InlineData("Posted.Staff", "", "Daftar pegawai dan poin belum diisi.")]
    [InlineData("Posted.Staff", "P1,a,LANGSUNG,1", "Baris pertama berkas pegawai harus")]
    [InlineData(
        "Posted.Staff",
        "staff_id,name,component,points\nP1,a,LANGSUNG,1\nP1,a,LANGSUNG,2\nP1,a,MERATA,",
        "Pegawai 'P1' ada 2 kali dalam komponen LANGSUNG (baris 2 dan 3)"
    )]
    [InlineData("Posted.Staff", "staff_id,name,component,points\nP1,a,LANGSUNG,1", "Komponen MERATA tidak mempunyai pegawai")]
    [InlineData("Posted.Staff", "staff_id,name,component,points\nP1,a,LANGSUNG,0\nP1,a,MERATA,", "Jumlah poin komponen LANGSUNG nol")]
    [InlineData(
        "Posted.Staff",
        "staff_id\tname\tcomponent\tpoints\nP1\ta\tLANGSUNG\t1.250\nP1\ta\tMERATA\t",
        "Baris 2: poin '1.250' dapat berarti 1250 atau 1,2500"
    )]
    [InlineData(
        "Posted.Staff",
        "staff_id\tname\tcomponent\tpoints\nP1\ta\tLANGSUNG\t=1+1\nP1\ta\tMERATA\t",
        "Baris 2: poin '=1+1' bukan angka"
    )]
    public async Task AWhatIf_ThatCannotBe_IsNamedAndStaysAsTyped(string field, string value, string problem)
    {
        var page = await PreviewAsync(new(Fields()) { [field] = value });

        Assert.Contains(problem, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[value=siapkan]"));
        Assert.Equal("Rancangan Juni", page.QuerySelector("#nomor")!.GetAttribute("value"));
        var control = page.GetElementsByName(field).Single();
        Assert.Equal(value, control.GetAttribute("value") ?? control.TextContent);
    }

    [Fact]
    public async Task AWhatIf_PastedFromASpreadsheet_IsTheSameAsTheFile()
    {
        var pasted = new Dictionary<string, string>(Fields())
        {
            ["Posted.Staff"] = Staff.Replace(',', '\t').Replace("Satu", "Satu, S.Kep", StringComparison.Ordinal),
        };
        using var file = new MultipartFormDataContent();
        foreach (var (name, value) in await WithTokenAsync(Finance, Draft, "main form", new(Fields()) { ["Posted.Staff"] = "diganti" }))
        {
            file.Add(new StringContent(value), name);
        }

        file.Add(new ByteArrayContent([.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(Staff)]), "Posted.File", "pegawai.csv");
        using var answer = await Finance.PostAsync(Draft, file, Cancellation);
        var uploaded = await ParseAsync(answer);
        var paste = await PreviewAsync(pasted);

        Assert.Contains("Pegawai Satu, S.Kep", paste.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AmountsIn(paste), AmountsIn(uploaded));
        Assert.StartsWith("staff_id,name", uploaded.QuerySelector("#pegawai")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWhatIf_ChangedSinceItWasCalculated_IsShownAgainAndNotStored()
    {
        var preview = await PreviewAsync(Fields());
        var changed = new Dictionary<string, string>(Fields())
        {
            ["Posted.Pool"] = "900.000",
            ["Posted.Shown"] = Shown(preview),
            ["Posted.Step"] = "siapkan",
        };

        using var answer = await PostAsync(changed);

        Assert.Contains(
            "Isian berubah sejak terakhir dihitung",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains("Belum ada pembagian", await Finance.GetStringAsync("/wakatobi/jasa", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Posted.Components[1].Share", "39,99", "Bagian semua komponen berjumlah 99,99 %, padahal harus tepat 100 %.")]
    [InlineData(
        "Posted.Staff",
        "staff_id,name,component,points\nP1,a,LANGSUNG,1\nP1,a,LANGSUNG,2\nP1,a,MERATA,",
        "Pegawai 'P1' ada 2 kali dalam komponen LANGSUNG (baris 2 dan 3); satu pegawai hanya satu kali per komponen."
    )]
    [InlineData(
        "Posted.Staff",
        "staff_id,name,component,points\nP1,a,LANGSUNG,1",
        "Komponen MERATA tidak mempunyai pegawai, sehingga bagiannya tidak dapat dibagikan."
    )]
    [InlineData(
        "Posted.Staff",
        "staff_id,name,component,points\nP1,a,LANGSUNG,0\nP1,a,MERATA,",
        "Jumlah poin komponen LANGSUNG nol, sehingga bagiannya tidak dapat dibagikan."
    )]
    public async Task ADistribution_ThatCannotBe_IsRefusedInThisSentenceAndNothingIsSaved(string field, string value, string sentence)
    {
        var before = await CountAsync();
        var shown = Shown(await PreviewAsync(Fields()));

        using var answer = await PostAsync(
            new(Fields())
            {
                [field] = value,
                ["Posted.Shown"] = shown,
                ["Posted.Step"] = "siapkan",
            }
        );

        Assert.Equal([sentence], (await ParseAsync(answer)).QuerySelectorAll(".error-summary li").Select(item => item.TextContent));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task AWhatIf_KeptUnderAName_IsComparedWithWhatIsTypedThen()
    {
        var before = await CountAsync();
        var kept = await PreviewAsync(new(Fields()) { ["Posted.KeepAs"] = "Usul A", ["Posted.Step"] = "ingat" });
        Assert.Contains("Usul A, Rp1.000.000", kept.QuerySelector(".fund-kept li")!.TextContent, StringComparison.Ordinal);

        // 60 and 40 become 50 and 50 of a little less; P3 leaves and P4 comes.
        var page = await PreviewAsync(
            new(Fields())
            {
                ["Posted.Pool"] = "900.000",
                ["Posted.Components[0].Share"] = "50",
                ["Posted.Components[1].Share"] = "50",
                ["Posted.Staff"] = Staff.Replace("P3,Pegawai Tiga", "P4,Pegawai Empat", StringComparison.Ordinal),
                ["Posted.Kept[0]"] = Kept(kept),
                ["Posted.Before"] = "0",
                ["Posted.After"] = "",
                ["Posted.Order"] = "MostLost",
                ["Posted.Step"] = "banding",
            }
        );

        Assert.Equal("Perbandingan: Usul A dengan Isian sekarang", page.QuerySelector("#perbandingan")!.TextContent);
        Assert.Equal(
            [
                "LANGSUNG 600.000 450.000 -150.000",
                "MERATA 400.000 450.000 +50.000",
                "Jumlah semua 1.000.000 900.000 -100.000",
                "Pegawai Tiga P3 133.333 tidak ada -133.333",
                "Pegawai Satu P1 508.334 431.250 -77.084",
                "Pegawai Dua P2 358.333 318.750 -39.583",
                "Pegawai Empat P4 tidak ada 150.000 +150.000",
                "Jumlah semua 1.000.000 900.000 -100.000",
            ],
            RowsOf(page, "section[aria-labelledby=perbandingan]")
        );
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task TwoKeptWhatIfs_AreComparedWithEachOtherAndUsedAgain()
    {
        var first = await PreviewAsync(new(Fields()) { ["Posted.KeepAs"] = "Usul A", ["Posted.Step"] = "ingat" });
        var second = await PreviewAsync(
            new(Fields())
            {
                ["Posted.Pool"] = "500.000",
                ["Posted.Kept[0]"] = Kept(first),
                ["Posted.KeepAs"] = "Usul B",
                ["Posted.Step"] = "ingat",
            }
        );
        var both = new Dictionary<string, string>(Fields())
        {
            ["Posted.Pool"] = "1",
            ["Posted.Kept[0]"] = Kept(second),
            ["Posted.Kept[1]"] = Kept(second, 1),
        };

        var page = await PreviewAsync(
            new(both)
            {
                ["Posted.Before"] = "1",
                ["Posted.After"] = "0",
                ["Posted.Step"] = "banding",
            }
        );
        Assert.Contains("Jumlah semua 500.000 1.000.000 +500.000", RowsOf(page, "section[aria-labelledby=perbandingan]"));

        var used = await PreviewAsync(new(both) { ["Posted.Step"] = "pakai:1" });
        Assert.Equal("500.000", used.QuerySelector("#jumlah")!.GetAttribute("value"));
        Assert.NotEmpty(used.QuerySelectorAll("button[value=siapkan]"));

        var released = await PreviewAsync(new(both) { ["Posted.Step"] = "lepas:0" });
        Assert.Equal(["Usul B"], released.QuerySelectorAll(".fund-kept li strong").Select(name => name.TextContent));
    }

    [Theory]
    [InlineData("ingat", " ", "Nama simulasi harus diisi, paling panjang 60 huruf.")]
    [InlineData("ingat", "usul a", "Simulasi 'usul a' sudah ada; pilih nama lain atau lepaskan yang lama.")]
    [InlineData("banding", "", "Pilih dua simulasi yang berlainan untuk dibandingkan.")]
    [InlineData("pakai:7", "", "Simulasi itu tidak ada lagi.")]
    public async Task AComparison_ThatCannotBe_IsRefused(string step, string name, string sentence)
    {
        var kept = await PreviewAsync(new(Fields()) { ["Posted.KeepAs"] = "Usul A", ["Posted.Step"] = "ingat" });

        var page = await PreviewAsync(
            new(Fields())
            {
                ["Posted.Kept[0]"] = Kept(kept),
                ["Posted.KeepAs"] = name,
                ["Posted.Step"] = step,
            }
        );

        Assert.Equal([sentence], page.QuerySelectorAll(".error-summary li").Select(item => item.TextContent));
    }

    [Fact]
    public async Task AKeptWhatIf_ThatWasDamaged_IsLetGo()
    {
        var page = await PreviewAsync(
            new(Fields())
            {
                ["Posted.Kept[0]"] = "bukan simulasi",
                ["Posted.KeepAs"] = "Usul A",
                ["Posted.Step"] = "ingat",
            }
        );

        Assert.Equal(["Usul A"], page.QuerySelectorAll(".fund-kept li strong").Select(name => name.TextContent));
    }

    [Fact]
    public void WhatCouldNotBeKept_DoesNotComeBack()
    {
        var good = new FeeKept("Usul A", null, null, [new FeeDraftComponent()], null);
        Assert.NotNull(FeeKept.Unpack(good.Pack()));
        Assert.All(
            [
                good with
                {
                    Name = new string('a', FeeKept.NameLength + 1),
                },
                good with
                {
                    Components = [null!],
                },
                good with
                {
                    Components = [new FeeDraftComponent { Method = (KerjaBhakti.Wakatobi.Fees.FeeMethod)99 }],
                },
                good with
                {
                    Components = [.. Enumerable.Repeat(new FeeDraftComponent(), FeeDraft.MostComponents + 1)],
                },
                good with
                {
                    Staff = new string('a', FeeDraft.StaffLength + 1),
                },
            ],
            kept => Assert.Null(FeeKept.Unpack(kept.Pack()))
        );
    }

    [Fact]
    public void MoreThanMayBeKept_AreCut()
    {
        var packed = new FeeKept("Usul A", null, null, [], null).Pack();
        var draft = new FeeDraft { Kept = [.. Enumerable.Repeat(packed, 100)] };

        draft.DropUnreadable();

        Assert.Equal(FeeKept.Most, draft.Kept.Count);
    }

    private static string Kept(IDocument page, int place = 0) =>
        page.QuerySelector($"input[name='Posted.Kept[{place}]']")!.GetAttribute("value")!;

    /// <summary>How many distributions, journal entries and audit entries there are.</summary>
    private async Task<(int, int, int)> CountAsync()
    {
        await using var db = await ContextAsync();
        return (
            await db.FeeDistributions.CountAsync(Cancellation),
            await db.JournalEntries.CountAsync(Cancellation),
            await db.AuditEntries.CountAsync(Cancellation)
        );
    }
}
