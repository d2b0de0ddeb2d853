using System.Security.Claims;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Portal;

/// <summary>People who are signed in, for what calls services without a page: nobody else may change anything.</summary>
internal static class BenchUsers
{
    /// <summary>Signs in somebody of a role, who is made where there is none.</summary>
    public static async Task<ClaimsPrincipal> SignInAsync(this IServiceProvider services, string role)
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<AccountWork>();
        var email = $"{role}@bench.local".ToLowerInvariant();
        if (await work.Users.FindByEmailAsync(email) is not { } account)
        {
            account = new PortalUser
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                Email = email,
                DisplayName = "bench",
            };
            await work.DoAsync(() => work.AddAsync(account, role, Actor.System));
        }

        return await services.SignInAsync(account);
    }

    /// <summary>Signs in an account.</summary>
    public static async Task<ClaimsPrincipal> SignInAsync(this IServiceProvider services, PortalUser account) =>
        (
            await services
                .GetRequiredService<Sessions>()
                .BeginAsync(
                    account.Id,
                    new SignInOrigin(string.Empty, "bench"),
                    remember: true,
                    showedMore: false,
                    codeStep: null,
                    challenge: null,
                    CancellationToken.None
                )
        ).User;
}
