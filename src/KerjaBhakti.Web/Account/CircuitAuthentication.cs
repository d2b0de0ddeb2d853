using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Asks again and again whether the sign-in behind an open circuit goes on, and hears at once when it ends in this process: a circuit can
/// live for a day, and must not outlive it.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly Sessions sessions;
    private Task<AuthenticationState>? current;

    public CircuitAuthentication(ILoggerFactory loggers, Sessions sessions)
        : base(loggers)
    {
        this.sessions = sessions;
        AuthenticationStateChanged += state => current = state;
        sessions.Ended += Leave;
    }

    protected override TimeSpan RevalidationInterval => Sessions.RememberedFor;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => authenticationState.User.SessionId() is { } session && await sessions.FindAsync(session, cancellationToken) is not null;

    protected override void Dispose(bool disposing)
    {
        sessions.Ended -= Leave;
        base.Dispose(disposing);
    }

    private void Leave(object? sender, SessionsEndedEventArgs ended) =>
        _ = Task.Run(async () =>
        {
            if (current is not null && (await current).User.SessionId() is { } session && ended.Sessions.Contains(session))
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        });
}
