using System.Security.Claims;
using KerjaBhakti.Web.Account;

namespace KerjaBhakti.Web.Admin;

/// <summary>
/// Accounts as a page uses them that stays open for hours: each act in a scope of its own, so that nothing which was read for one is
/// believed in the next.
/// </summary>
public sealed class AccountScope(IServiceScopeFactory scopes)
{
    /// <summary>Does one thing.</summary>
    /// <exception cref="AccountRefusedException">It cannot be done; the message says why.</exception>
    public async Task<T> DoAsync<T>(Func<AccountService, PasswordLinks, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await act(services.GetRequiredService<AccountService>(), services.GetRequiredService<PasswordLinks>());
    }

    /// <summary>Does one thing that gives nothing back.</summary>
    /// <exception cref="AccountRefusedException">It cannot be done; the message says why.</exception>
    public Task DoAsync(Func<AccountService, Task> act) =>
        DoAsync(
            async (accounts, _) =>
            {
                await act(accounts);
                return true;
            }
        );

    /// <summary>Takes away the codes that an account asks for beside the password, and its passkeys.</summary>
    /// <exception cref="AccountRefusedException">It cannot be done; the message says why.</exception>
    public async Task TakeSecondFactorAwayAsync(ClaimsPrincipal administrator, Guid account)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecondFactors>().TakeAwayAsync(administrator, account, CancellationToken.None);
    }
}
