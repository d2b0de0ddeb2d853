using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace KerjaBhakti.Web.Shell;

/// <summary>What every component page does: knows who is there, loads, and stops what it asked for when it is left.</summary>
public abstract class WorkPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();

    /// <summary>Who is signed in.</summary>
    protected ClaimsPrincipal User { get; private set; } = new();

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => left.Token;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override async Task OnInitializedAsync()
    {
        User = (await Authentication).User;
        await LoadAsync();
    }

    /// <summary>Loads what the page shows; <see cref="User"/> is known.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Ends what runs.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            left.Cancel();
            left.Dispose();
        }
    }
}
