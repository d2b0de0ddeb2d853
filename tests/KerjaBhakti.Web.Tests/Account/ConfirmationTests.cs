using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>What weighs most is done only a short while after the password was given (ASVS 5.0, 7.5.3).</summary>
public sealed class ConfirmationTests : IAsyncLifetime
{
    private PortalUnderTest portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await PortalUnderTest.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public void WhatWeighsMost_IsIssuingDecidingAboutMoneyAndAccounts() =>
        Assert.Equal([Access.ManageAccounts, Access.IssueRoster, Access.ApproveFund], Access.Confirmed.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Money_DecidedLongAfterThePassword_StaysAsItWas()
    {
        await AgeAsync(SignInSession.Confirmed + TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<ConfirmationNeededException>(() => DecideAsync(Access.ApproveFund, PortalRoles.DirekturRsud));

        await using var db = await portal.DatabaseAsync();
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == TestUsers.Action.Code, Cancellation));
        await AgeAsync(SignInSession.Confirmed - TimeSpan.FromMinutes(1));
        await DecideAsync(Access.ApproveFund, PortalRoles.DirekturRsud);
    }

    [Fact]
    public async Task EverydayWork_LongAfterThePassword_GoesOn()
    {
        await AgeAsync(TimeSpan.FromHours(11));

        await DecideAsync(Access.EnterFund, PortalRoles.KeuanganRsud);
    }

    [Fact]
    public async Task Account_ChangedLongAfterThePassword_StaysAsItWas()
    {
        await AgeAsync(TimeSpan.FromHours(1));
        await using var scope = portal.Services.CreateAsyncScope();
        var other = Guid.Parse(TestUsers.Of(PortalRoles.Sekda).ToActor().Id);

        await Assert.ThrowsAsync<ConfirmationNeededException>(() =>
            scope.ServiceProvider.GetRequiredService<AccountService>().CloseAsync(TestUsers.Of(PortalRoles.Admin), other, closed: true)
        );

        await using var db = await portal.DatabaseAsync();
        Assert.Null(await db.Users.Where(user => user.Id == other).Select(user => user.ClosedAt).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task Form_ThatNeedsThePassword_LeadsToItsPageAndBack()
    {
        var context = new DefaultHttpContext { Request = { Path = "/wakatobi/persetujuan", QueryString = new("?n=1") } };
        await LateRefusals.TellAsync(context, _ => throw new ConfirmationNeededException());
        Assert.Equal("/akun/konfirmasi?kembali=%2Fwakatobi%2Fpersetujuan%3Fn%3D1", context.Response.Headers.Location);

        using var client = await portal.CreateClientAsync("direktur@demo.local");
        await AgeAsync(TimeSpan.FromHours(2));
        var wrong = await ConfirmAsync(client, "salah");
        Assert.Contains("Kata sandi tidak cocok.", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await ConfirmedAsync());
        var right = await ConfirmAsync(client, DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.EndsWith("/wakatobi/persetujuan", right.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await ConfirmedAsync());
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient client, string password) =>
        client.PostFormAsync(
            "/akun/konfirmasi?kembali=%2Fwakatobi%2Fpersetujuan",
            new() { ["Form.Password"] = password },
            "form:has(#sandi)"
        );

    private Task DecideAsync(string policy, string role) =>
        portal
            .Services.GetRequiredService<FundWork>()
            .DoAsync(
                TestUsers.Of(role),
                policy,
                step =>
                {
                    step.Note(TestUsers.Action, Guid.NewGuid(), "uji");
                    return Task.CompletedTask;
                },
                Cancellation
            );

    private async Task<int> ConfirmedAsync()
    {
        var since = TimeProvider.System.GetUtcNow() - SignInSession.Confirmed;
        await using var db = await portal.DatabaseAsync();
        return await db.SignInSessions.CountAsync(session => session.ConfirmedAt > since, Cancellation);
    }

    private async Task AgeAsync(TimeSpan age)
    {
        var then = TimeProvider.System.GetUtcNow() - age;
        await using var db = await portal.DatabaseAsync();
        await db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ConfirmedAt, then), Cancellation);
    }
}
