using System.Net;
using System.Security.Claims;
using System.Text.Json;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>What each role sees of a person, what a person is given of their own data, and what is left of an emptied account.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string OfficialName = "Pejabat A";
    private const string OfficialNip = "196803041994101005";
    private const string OfficialEmail = "pejabat@demo.local";
    private const string Public = "Publik";

    private PortalFixture portal = null!;
    private int position;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        await ArrangeAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task TheTable_WalkedWithEveryRole_IsTrue()
    {
        var (roles, rows) = ReadTable();
        Assert.Equal([Public, .. PortalRoles.All.Order()], [roles[0], .. roles.Skip(1).Order()]);
        var wrong = new List<string>();
        foreach (var (column, role) in roles.Index())
        {
            using var client = await portal.ClientOfAsync(role == Public ? null : role);
            foreach (var row in rows)
            {
                var (whole, masked) = SpellingsOf(row.Datum);
                using var answer = await client.GetAsync(PathOf(row.Path), Cancellation);
                var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
                var seen =
                    text.Contains(whole, StringComparison.Ordinal) ? "utuh"
                    : masked is not null && text.Contains(masked, StringComparison.Ordinal) ? "tersamar"
                    : "–";
                if (seen != row.Cells[column])
                {
                    wrong.Add($"{row.Datum} {row.Path} {role}: {seen}, not {row.Cells[column]}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(rows.Count > 8, $"only {rows.Count} rows were read");
    }

    [Fact]
    public async Task OneOwnData_AreDownloadedWholeWithWhatTheTrailSays()
    {
        using var official = await portal.ClientOfAsync(PortalRoles.Pejabat);
        using var answer = await official.GetAsync("/akun/data.json", Cancellation);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal("data-saya.json", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(OfficialName, file.RootElement.GetProperty("actsFor").GetProperty("name").GetString());
        Assert.Equal("2015-01-01", file.RootElement.GetProperty("actsFor").GetProperty("terms")[0].GetProperty("from").GetString());
        Assert.Contains("menghubungkan akun", file.RootElement.GetProperty("trail").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_AClosedAccount_LeavesTheTrailWholeAndNothingElseOfIt()
    {
        using var admin = await portal.ClientOfAsync(PortalRoles.Admin);
        var account = (await StoreAsync(db => db.Users.SingleAsync(user => user.Email == OfficialEmail, Cancellation))).Id;
        var entries = await StoreAsync(db => db.AuditEntries.CountAsync(Cancellation));

        // Open, it is only closed; it can be emptied after that.
        await Assert.ThrowsAsync<AccountRefusedException>(() => ActAsync(accounts => accounts.EmptyAsync(Administrator, account)));
        await EmptyAsync(account);

        var emptied = await StoreAsync(db => db.Users.SingleAsync(user => user.Id == account, Cancellation));
        Assert.True(emptied.IsEmptied);
        Assert.Null(emptied.PasswordHash);
        Assert.DoesNotContain(
            "demo",
            string.Join(' ', emptied.DisplayName, emptied.Email, emptied.NormalizedEmail, emptied.UserName, emptied.NormalizedUserName),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.False(await StoreAsync(db => db.OfficialAccounts.AnyAsync(Cancellation)));
        Assert.False(await StoreAsync(db => db.UserRoles.AnyAsync(link => link.UserId == account, Cancellation)));
        Assert.DoesNotContain(OfficialEmail, await admin.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);

        var verdict = await StoreAsync(db => AuditChain.VerifyAsync(db, Cancellation));
        Assert.Empty(verdict.Finds);
        Assert.Equal(entries + 2, verdict.Entries);
    }

    [Fact]
    public async Task SignIn_WithAnEmptiedAccount_IsRefusedAsUnknown()
    {
        using var admin = await portal.ClientOfAsync(PortalRoles.Admin);
        var account = (await StoreAsync(db => db.Users.SingleAsync(user => user.Email == OfficialEmail, Cancellation))).Id;
        await EmptyAsync(account);
        using var visitor = portal.Portal.CreateClient();
        using var answer = await visitor.PostFormAsync(
            "/masuk",
            new() { ["Form.Email"] = OfficialEmail, ["Form.Password"] = DemoAccounts.Password }
        );

        Assert.Contains("tidak cocok", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static ClaimsPrincipal Administrator => TestUsers.Of(PortalRoles.Admin);

    private async Task EmptyAsync(Guid account)
    {
        await ActAsync(accounts => accounts.CloseAsync(Administrator, account, closed: true));
        await ActAsync(accounts => accounts.EmptyAsync(Administrator, account));
    }

    private async Task ActAsync(Func<AccountService, Task> act)
    {
        await using var scope = portal.Portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<AccountService>());
    }

    private static (string Whole, string? Masked) SpellingsOf(string datum) =>
        datum switch
        {
            "Nama pejabat" => (OfficialName, null),
            "NIP pejabat" => (OfficialNip, Nip.Mask(OfficialNip)),
            "NIP penanda tangan" => (Seed.Instruction.Signatory.Nip, Nip.Mask(Seed.Instruction.Signatory.Nip)),
            "Ketidakhadiran" => ("8 Juni 2015 sampai 12 Juni 2015", null),
            "Surel akun pejabat" => (OfficialEmail, null),
            _ => throw new InvalidOperationException($"The table has a datum the test does not know: {datum}"),
        };

    private static (List<string> Roles, List<(string Datum, string Path, List<string> Cells)> Rows) ReadTable()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "privacy.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList())
            .ToList();
        return (lines[0][2..], [.. lines.Skip(2).Select(cells => (cells[0], cells[1], cells[2..]))]);
    }

    private string PathOf(string path) =>
        path.Replace("{jabatan}", $"{position}", StringComparison.Ordinal).Replace("{baris}", "48", StringComparison.Ordinal);

    /// <summary>An official with everything the table speaks of, whose account is the demonstration's.</summary>
    private Task<int> ArrangeAsync() =>
        StoreAsync(async db =>
        {
            var link = await db.OfficialAccounts.AsNoTracking().SingleAsync(Cancellation);
            position = (await db.Positions.SingleAsync(item => item.WorkUnit.Id == link.WorkUnitId, Cancellation)).Id;
            var book = new OfficialsBook([], []);
            book.Appoint(position, OfficialName, OfficialNip, new Term(IncumbencyKind.Definitive, new DateOnly(2015, 1, 1)));
            db.Officials.AddRange(book.NewOfficials);
            db.Incumbencies.AddRange(book.NewIncumbencies);
            db.Absences.Add(new Absence(position, new DateOnly(2015, 6, 8), new DateOnly(2015, 6, 12)));
            await db.OfficialAccounts.ExecuteDeleteAsync(Cancellation);
            db.OfficialAccounts.Add(OfficialAccount.OfOfficial(link.AccountId, book.NewOfficials[0].Id));
            db.AuditEntries.Add(
                new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, DutyActions.AccountLinked, link.AccountId, "akun pejabat")
            );
            return await db.SaveChangesAsync(Cancellation);
        });

    private async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await portal
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await work(db);
    }
}
