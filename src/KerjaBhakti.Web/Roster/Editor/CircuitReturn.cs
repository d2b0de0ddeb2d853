using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KerjaBhakti.Web.Roster.Editor;

/// <summary>
/// Tells the components of a circuit that its browser has come back after a lost connection. Blazor repeats what it rendered meanwhile, but not the calls
/// that components made to scripts.
/// </summary>
public sealed class CircuitReturn : CircuitHandler
{
    private bool wasDown;

    /// <summary>Raised once the browser can be called again. The handlers must not wait for the browser: it answers only after they have returned.</summary>
    public event EventHandler? Returned;

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        wasDown = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (wasDown)
        {
            wasDown = false;
            Returned?.Invoke(this, EventArgs.Empty);
        }

        return Task.CompletedTask;
    }
}
