using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Asks every minute whether the account behind an open circuit still is what it was, and hears at once when its sign-in signs out: a circuit can live for a day,
/// and neither may outlive it.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory scopes;
    private readonly IdentityOptions options;
    private readonly SignIns signIns;
    private Task<AuthenticationState>? current;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityOptions> options, SignIns signIns)
        : base(loggers)
    {
        (this.scopes, this.options, this.signIns) = (scopes, options.Value, signIns);
        AuthenticationStateChanged += state => current = state;
        signIns.Ended += Leave;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var stamp = authenticationState.User.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
        return await users.GetUserAsync(authenticationState.User) is { } account
            && !await users.IsLockedOutAsync(account)
            && await users.GetSecurityStampAsync(account) == stamp;
    }

    protected override void Dispose(bool disposing)
    {
        signIns.Ended -= Leave;
        base.Dispose(disposing);
    }

    private void Leave(object? sender, SignInEndedEventArgs ended) => _ = Task.Run(async () =>
    {
        if (current is not null && SignIns.KeyOf((await current).User) == ended.Key)
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    });
}
