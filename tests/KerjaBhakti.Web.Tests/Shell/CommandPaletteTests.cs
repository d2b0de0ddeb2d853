using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Shell;

public sealed class CommandPaletteTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> WorkRoles => [.. Access.Roles[Access.Work]];

    [Theory]
    [InlineData("cakung", "Kecamatan", "Cakung")]
    [InlineData("pulogadng", "Kecamatan", "Pulogadung")]
    [InlineData("31.75.03", "Kecamatan", "Jatinegara")]
    [InlineData("118", "Instruksi", "Instruksi Gubernur 118/2015")]
    [InlineData("buat ranc", "Perintah", "Buat rancangan 2016")]
    [InlineData("rekap", "Halaman", "Rekapitulasi")]
    [InlineData("asisten pemer", "Jabatan", "Asisten Pemerintahan")]
    [InlineData("satpol pp", "Jabatan", "Satuan Polisi Pamong Praja")]
    [InlineData("dinkes", "Jabatan", "Dinas Kesehatan")]
    [InlineData("rsud koja", "Jabatan", "Rumah Sakit Umum Daerah Koja")]
    public async Task Find_OfWhatTheSecretariatKnows_IsFoundFirst(string text, string group, string found)
    {
        var first = (await FindAsync(PortalRoles.Sekretariat, text))[0];

        Assert.Equal(group, first.Group);
        Assert.StartsWith(found, first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_OfNothingTyped_OffersPagesAndCommandsOnly()
    {
        var offered = await FindAsync(PortalRoles.KeuanganRsud, " ");

        Assert.Contains(offered, entry => entry.Text == "Catat klaim");
        Assert.All(offered, entry => Assert.Contains(entry.Group, (string[])["Halaman", "Perintah"]));
    }

    [Fact]
    public async Task Find_OfWhatNobodyWrites_FindsNothingOfTheFund() => Assert.Empty(await FindAsync(PortalRoles.DirekturRsud, "zzzz"));

    [Fact]
    public async Task Find_OfTooMuch_IsCut() =>
        Assert.InRange((await FindAsync(PortalRoles.Sekretariat, "a")).Count, 5, CommandPalette.MostEntries);

    [Fact]
    public async Task Find_ByWhoOnlyReads_GivesNoCommandThatChanges() =>
        Assert.DoesNotContain(await FindAsync(PortalRoles.Inspektorat, string.Empty), entry => entry.Group == "Perintah");

    [Theory]
    [MemberData(nameof(WorkRoles))]
    public async Task Entries_OfEveryRole_LeadToPagesThatTheRoleMayOpen(string role)
    {
        using var client = await fixture.ClientOfAsync(role);
        foreach (var entry in (await FindAsync(role, string.Empty)).Concat(await FindAsync(role, "a")).DistinctBy(entry => entry.Path))
        {
            using var answer = await client.GetAsync(entry.Path, Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{entry.Path} of {role}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Find_ByOfficials_IsRefused() =>
        await Assert.ThrowsAsync<AccessDeniedException>(() => FindAsync(PortalRoles.Pejabat, "cakung"));

    private Task<IReadOnlyList<PaletteEntry>> FindAsync(string role, string text) =>
        fixture
            .Portal.Services.GetRequiredService<CommandPalette>()
            .FindAsync(
                new ClaimsPrincipal(
                    new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "uji"), new Claim(ClaimTypes.Role, role)], "uji")
                ),
                text,
                Cancellation
            );
}
