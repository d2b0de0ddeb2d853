using Microsoft.AspNetCore.Components;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// What every component of the portal is unless it is a layout: rendered when its data are there, and not before. The framework's own base
/// renders a first time when <c>OnInitializedAsync</c> waits for the database, so that markup sees fields nobody has filled yet; a database
/// in a file never makes it wait, so no page shows the fault on a developer's machine. A page of the portal is static: what nobody sees of
/// an unfinished one costs nothing, and its status, its title and its place in the cache are decided by what was found.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private Task? initialization;

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        // Read at once: they are good only until the caller goes on.
        parameters.SetParameterProperties(this);
        var loading = LoadAsync();

        // The framework takes a reading that was cut off for an end of work and sends the page without it, as an answer like any other. In
        // a circuit it is one: the component was closed meanwhile.
        return loading.IsCompletedSuccessfully || RendererInfo.IsInteractive ? loading : FailIfCutOffAsync(loading);
    }

    private static Task FailIfCutOffAsync(Task loading)
    {
        var end = new TaskCompletionSource();
        _ = loading.ContinueWith(
            ended =>
            {
                if (ended.IsCompletedSuccessfully)
                {
                    end.SetResult();
                }
                else
                {
                    end.SetException(ended.Exception?.InnerExceptions ?? (IEnumerable<Exception>)[new OperationCanceledException()]);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return end.Task;
    }

    private async Task LoadAsync()
    {
        // Parameters that come while the first reading goes on wait for it, too.
        await (initialization ??= InitializeAsync());
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    private async Task InitializeAsync()
    {
        OnInitialized();
        await OnInitializedAsync();
    }
}
