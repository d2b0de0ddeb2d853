using System.Security.Claims;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Whoever lost the right between the request and the last step changes nothing, by whichever service.</summary>
public sealed class ActorGuardTests : IAsyncLifetime
{
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => new(["closed", "role", "ended", "expired"]);

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Draft_EditedByWhoLostTheRight_StaysAsItWas(string way)
    {
        var user = TestUsers.Of(PortalRoles.Sekretariat);
        var drafts = portal.Services.GetRequiredService<DraftService>();
        var draft = await CopyAsync(user);
        await LoseAsync(user, way);

        var edit = new ScheduleEdit.WriteCell(draft.Annex.Period.First, draft.Rows[0].Printed.Cells[0].AsPrinted, "Menteng")
        {
            RowId = draft.Rows[0].Id,
        };
        await Assert.ThrowsAsync<AccessDeniedException>(() => drafts.ApplyAsync(user, draft.Id, [edit], origin: null, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => drafts.DeleteAsync(user, draft.Id, Cancellation));

        var now = (await drafts.OpenAsync(TestUsers.Of(PortalRoles.Sekretariat, "Sari"), draft.Id, Cancellation))!;
        Assert.Equal(draft.Revision, now.Revision);
        Assert.Equal(draft.Rows[0].Printed.Cells[0].AsPrinted, now.Rows[0].Printed.Cells[0].AsPrinted);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Issue_ByWhoLostTheRight_IssuesNothing(string way)
    {
        var issued = (await portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var sekda = TestUsers.Of(PortalRoles.Sekda);
        await LoseAsync(sekda, way);
        await using var db = await portal.DatabaseAsync();
        var revision = await db.Schedules.Where(item => item.Id == issued.Id).Select(item => item.Revision).SingleAsync(Cancellation);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            portal
                .Services.GetRequiredService<ScheduleApproval>()
                .RevokeAsync(sekda, new Seen(issued.Id, revision), 7, new DateOnly(2015, 6, 5), "Salah", Cancellation)
        );

        Assert.Equal(
            ScheduleStatus.Issued,
            await db.Schedules.Where(item => item.Id == issued.Id).Select(item => item.Status).SingleAsync(Cancellation)
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Fund_ChangedByWhoLostTheRight_StaysAsItWas(string way)
    {
        var director = TestUsers.Of(PortalRoles.DirekturRsud);
        await LoseAsync(director, way);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            portal
                .Services.GetRequiredService<FundWork>()
                .DoAsync(
                    director,
                    Access.ApproveFund,
                    step =>
                    {
                        step.Note(TestUsers.Action, Guid.NewGuid(), "uji");
                        return Task.CompletedTask;
                    },
                    Cancellation
                )
        );

        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == TestUsers.Action.Code, Cancellation));
    }

    [Fact]
    public async Task Save_InTheNameOfSomebodyWhoWasNotAskedForARight_IsRefused()
    {
        await using var db = await portal.DatabaseAsync();
        db.AuditEntries.Add(
            new AuditEntry(TestUsers.Of(PortalRoles.Sekda).ToActor(), TimeProvider.System.GetUtcNow(), RosterActions.Issued, "x", "x")
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Save_UnderAPolicyOfAnotherRole_IsRefusedOnTheDatabasesWord()
    {
        // A forged or stale principal: it says Sekda, the database says Sekretariat.
        var secretary = TestUsers.Of(PortalRoles.Sekretariat);
        var pretender = new ClaimsPrincipal(new ClaimsIdentity([.. secretary.Claims, new(ClaimTypes.Role, PortalRoles.Sekda)], "uji"));

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            portal
                .Services.GetRequiredService<RosterWork>()
                .DoAsync(
                    pretender,
                    Access.DecideDuties,
                    step =>
                    {
                        step.Note(DutyActions.SubstitutionApproved, "x", "x");
                        return Task.CompletedTask;
                    },
                    Cancellation
                )
        );
    }

    private async Task LoseAsync(ClaimsPrincipal user, string way)
    {
        var (id, session) = (Guid.Parse(user.ToActor().Id), user.SessionId());
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await portal.DatabaseAsync();
        Assert.Equal(
            1,
            way switch
            {
                "closed" => await db
                    .Users.Where(item => item.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.ClosedAt, now), Cancellation),
                "role" => await db.UserRoles.Where(item => item.UserId == id).ExecuteDeleteAsync(Cancellation),
                "ended" => await db
                    .SignInSessions.Where(item => item.Id == session)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.EndedAt, now), Cancellation),
                _ => await db
                    .SignInSessions.Where(item => item.Id == session)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.ExpiresAt, now), Cancellation),
            }
        );
    }

    private async Task<DraftView> CopyAsync(ClaimsPrincipal user)
    {
        var drafts = portal.Services.GetRequiredService<DraftService>();
        var issued = (await portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var id = await drafts.CreateAsync(user, new NewDraft(issued.Title, issued.Annex.Period, issued.Id, WithCells: true), Cancellation);
        return (await drafts.OpenAsync(user, id, Cancellation))!;
    }
}
