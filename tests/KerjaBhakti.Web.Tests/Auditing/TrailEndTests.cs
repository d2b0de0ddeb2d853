using KerjaBhakti.Data.Audit;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Tests.Foundation.Mailing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Auditing;

/// <summary>The end of the audit trail leaves the machine, and a trail that was written anew as a whole is found by it.</summary>
public sealed class TrailEndTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-end-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Ends => Path.Combine(folder.FullName, "ujung.txt");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task End_GoesToFileAndMailOnceADay_AndTheTrailSaysSo()
    {
        await using var relay = new SmtpListener();
        await using var portal = await PortalUnderTest.StartAsync(
            $"--Audit:EndFile={Ends}",
            "--Audit:EndMail=inspektorat@uji.example; bpk@uji.example",
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={relay.Port}",
            "--Mail:From=kerjabhakti@uji.example",
            "--Mail:Security=none"
        );
        await UntilAsync(() => relay.Mails.Count == 2);
        await UntilAsync(async () => await SentAsync(portal) == 1);
        await portal.Services.GetRequiredService<TrailEndRound>().RunAsync(Cancellation);

        var end = Assert.Single(TrailEnd.ReadAll(await File.ReadAllTextAsync(Ends, Cancellation)));
        Assert.All(relay.Mails, mail => Assert.Equal(end, Assert.Single(TrailEnd.ReadAll(mail.Body))));
        Assert.Equal(2, relay.Mails.Count);
        Assert.Equal(1, await SentAsync(portal));
    }

    [Fact]
    public async Task Since_ATrailThatGrew_Holds_AndOneWrittenAnewOrCutDoesNot()
    {
        await PortalUnderTest.FillAsync(folder);
        var head = await HeadAsync();
        var typed = head.Hash[..TrailEnd.ShortLength].ToUpperInvariant();
        await File.WriteAllTextAsync(Ends, $"dari kertas: {head.Entries} {typed}\n", Cancellation);
        var (status, output, error) = await VerifyAsync();
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains($"sampai catatan nomor {head.Entries}", output, StringComparison.Ordinal);

        await RewriteAsync();
        Assert.Equal(0, (await Terminal.RunAsync(folder, new Dictionary<string, string>(), "verify-audit", Database)).Status);
        (status, _, error) = await VerifyAsync();
        Assert.Equal(1, status);
        Assert.Contains(
            $"Catatan nomor {head.Entries} bukan yang dicatat di luar portal: jejak audit ditulis ulang.",
            error,
            StringComparison.Ordinal
        );

        await File.WriteAllTextAsync(Ends, $"2026-12-01T02:30:00Z {head.Entries + 5} {head.Hash}", Cancellation);
        (status, _, error) = await VerifyAsync();
        Assert.Equal(1, status);
        Assert.Contains("jejak audit dipotong", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_AFileWithoutAnEnd_CannotBeCompared()
    {
        await PortalUnderTest.FillAsync(folder);
        await File.WriteAllTextAsync(Ends, "tidak ada apa-apa di sini: 12 dan abc", Cancellation);

        var (status, _, error) = await VerifyAsync();

        Assert.Equal(2, status);
        Assert.Contains("tidak memuat ujung jejak audit", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMailAsItWasKept_IsReadAcrossItsBrokenLines() =>
        Assert.Equal(
            new TrailEnd(1234, new string('a', 64), new DateTimeOffset(2026, 12, 1, 2, 30, 0, TimeSpan.Zero)),
            Assert.Single(TrailEnd.ReadAll($"> 2026-12-01T02:30:00Z 1234 {new string('a', 40)}=\r\n{new string('a', 24)}\r\n"))
        );

    [Theory]
    [InlineData("Audit:EndFile", "/tidak/ada/ujung.txt", "Audit:EndFile: folder /tidak/ada tidak ada")]
    [InlineData("Audit:EndMail", "bukan alamat", "Audit:EndMail 'bukan alamat' bukan alamat surel")]
    [InlineData("Audit:EndMail", "inspektorat@uji.example", "memerlukan server surel")]
    public void Read_WhatCannotBe_IsRefusedByName(string name, string value, string because) =>
        Assert.Contains(
            because,
            Assert
                .Throws<PortalStartException>(() =>
                    TrailEndSettings.Read(
                        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build()
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private string Database => PortalUnderTest.DatabaseIn(folder);

    private Task<(int Status, string Output, string Error)> VerifyAsync() =>
        Terminal.RunAsync(folder, new Dictionary<string, string>(), "verify-audit", Database, "--since", Ends);

    private static async Task<int> SentAsync(PortalUnderTest portal)
    {
        await using var db = await portal.DatabaseAsync();
        return await db.AuditEntries.CountAsync(entry => entry.Action == PortalActions.EndSent.Code, Cancellation);
    }

    private static async Task UntilAsync(Func<bool> holds) => await UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 300 && !await holds(); attempt++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.True(await holds());
    }

    private async Task<AuditHead> HeadAsync()
    {
        await using var db = RecordProofTests.Open(Database, readOnly: true);
        return await db.AuditHeads.AsNoTracking().SingleAsync(Cancellation);
    }

    /// <summary>As somebody who has the database and the program's source: every entry after a change is chained anew.</summary>
    private async Task RewriteAsync()
    {
        await using (var db = RecordProofTests.Open(Database))
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET ActorName = 'Orang lain' WHERE Place = 2", Cancellation);
            var previous = AuditChain.Beginning;
            foreach (var entry in await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Place).ToListAsync(Cancellation))
            {
                previous = AuditChain.HashOf(entry, entry.Place, previous);
                await db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Hash = {previous} WHERE Place = {entry.Place}", Cancellation);
            }

            await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Hash = {previous}", Cancellation);
        }

        SqliteConnection.ClearAllPools();
    }
}
