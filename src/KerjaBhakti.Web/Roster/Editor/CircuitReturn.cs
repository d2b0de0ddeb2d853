using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KerjaBhakti.Web.Roster.Editor;

/// <summary>
/// Tells the components of a circuit that its browser has gone and come back. Blazor repeats what it rendered meanwhile, but not the calls
/// that components made to scripts.
/// </summary>
public sealed class CircuitReturn : CircuitHandler
{
    private bool wasDown;

    /// <summary>
    /// Raised once the browser can be called again. The handlers must not wait for the browser: it answers only after they have returned.
    /// </summary>
    public event EventHandler? Returned;

    /// <summary>Raised when the connection is lost; the circuit lives on and waits for its browser.</summary>
    public event EventHandler? Lost;

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        wasDown = true;
        Lost?.Invoke(this, EventArgs.Empty);
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
