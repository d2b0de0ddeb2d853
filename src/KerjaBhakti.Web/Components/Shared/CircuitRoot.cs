using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace KerjaBhakti.Web.Components.Shared;

/// <summary>
/// A component that a marker in a page starts in a circuit. A marker can be kept and sent again on another page or after a role has ended,
/// so the component asks for its right itself: before it does anything, and at each act. A test finds every component with a render mode
/// that is none.
/// </summary>
public abstract class CircuitRoot : ComponentBase
{
    /// <summary>The policy of the page it stands on: a name of <see cref="Access"/>.</summary>
    protected abstract string Policy { get; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>Who acts, as they are now: whoever signed out or lost the role meanwhile is somebody else by now.</summary>
    /// <exception cref="AccessDeniedException">The policy does not let them in.</exception>
    protected async Task<ClaimsPrincipal> ActingAsync()
    {
        var user = (await Authentication).User;
        user.Demand(Policy);
        return user;
    }

    /// <summary>Who has the page open, whatever they may do by now.</summary>
    protected async Task<ClaimsPrincipal> UserAsync() => (await Authentication).User;

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync() => await StartAsync(await ActingAsync());

    /// <summary>What <c>OnInitializedAsync</c> is elsewhere, once the right is there.</summary>
    protected virtual Task StartAsync(ClaimsPrincipal user) => Task.CompletedTask;
}
