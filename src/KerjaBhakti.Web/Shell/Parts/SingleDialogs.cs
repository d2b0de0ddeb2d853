using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace KerjaBhakti.Web.Shell.Parts;

/// <summary>
/// MudBlazor's dialogs, each opened once. A button is clicked again while a slow server has not answered yet: without this the dialog
/// stands there twice, and what is saved in the upper one seems not to be saved below.
/// </summary>
/// <remarks>
/// While a dialog is on its way nothing else opens; and one that is open is not opened again. Whoever asks all the same gets the answer
/// of somebody who cancelled at once, so that nothing is done twice. A dialog may open another kind of dialog.
/// </remarks>
public sealed class SingleDialogs(DialogService dialogs) : IDialogService
{
    private readonly HashSet<Type> open = [];
    private bool isOneComing;

    /// <inheritdoc/>
    public event Func<IDialogReference, Task>? DialogInstanceAddedAsync
    {
        add => dialogs.DialogInstanceAddedAsync += value;
        remove => dialogs.DialogInstanceAddedAsync -= value;
    }

    /// <inheritdoc/>
    public event Action<IDialogReference, DialogResult?>? OnDialogCloseRequested
    {
        add => dialogs.OnDialogCloseRequested += value;
        remove => dialogs.OnDialogCloseRequested -= value;
    }

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>()
        where TDialog : IComponent => OpenAsync(typeof(TDialog));

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(string? title)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), title);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(string? title, DialogOptions options)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), title, options: options);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(DialogOptions options)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), options: options);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(DialogParameters parameters)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), parameters: parameters);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(string? title, DialogParameters parameters)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), title, parameters);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(string? title, DialogParameters parameters, DialogOptions? options)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), title, parameters, options);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync<TDialog>(DialogParameters parameters, DialogOptions options)
        where TDialog : IComponent => OpenAsync(typeof(TDialog), parameters: parameters, options: options);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync(Type component) => OpenAsync(component);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync(Type component, string? title) => OpenAsync(component, title);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync(Type component, string? title, DialogOptions options) =>
        OpenAsync(component, title, options: options);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync(Type component, string? title, DialogParameters parameters) =>
        OpenAsync(component, title, parameters);

    /// <inheritdoc/>
    public Task<IDialogReference> ShowAsync(Type component, string? title, DialogParameters parameters, DialogOptions options) =>
        OpenAsync(component, title, parameters, options);

    /// <inheritdoc/>
    public Task<bool?> ShowMessageBoxAsync(
        string? title,
        string message,
        string yesText = "OK",
        string? noText = null,
        string? cancelText = null,
        DialogOptions? options = null
    ) =>
        ShowMessageBoxAsync(
            new MessageBoxOptions
            {
                Title = title,
                Message = message,
                YesText = yesText,
                NoText = noText,
                CancelText = cancelText,
            },
            options
        );

    /// <inheritdoc/>
    public Task<bool?> ShowMessageBoxAsync(
        string? title,
        MarkupString markupMessage,
        string yesText = "OK",
        string? noText = null,
        string? cancelText = null,
        DialogOptions? options = null
    ) =>
        ShowMessageBoxAsync(
            new MessageBoxOptions
            {
                Title = title,
                MarkupMessage = markupMessage,
                YesText = yesText,
                NoText = noText,
                CancelText = cancelText,
            },
            options
        );

    /// <inheritdoc/>
    public async Task<bool?> ShowMessageBoxAsync(MessageBoxOptions messageBoxOptions, DialogOptions? options = null)
    {
        if (isOneComing || !open.Add(typeof(MudMessageBox)))
        {
            return null;
        }

        try
        {
            return await dialogs.ShowMessageBoxAsync(messageBoxOptions, options);
        }
        finally
        {
            open.Remove(typeof(MudMessageBox));
        }
    }

    /// <inheritdoc/>
    public void Close(IDialogReference dialog) => dialogs.Close(dialog);

    /// <inheritdoc/>
    public void Close(IDialogReference dialog, DialogResult? result) => dialogs.Close(dialog, result);

    /// <inheritdoc/>
    public IDialogReference CreateReference() => dialogs.CreateReference();

    private async Task<IDialogReference> OpenAsync(
        Type component,
        string? title = null,
        DialogParameters? parameters = null,
        DialogOptions? options = null
    )
    {
        if (isOneComing || !open.Add(component))
        {
            var refused = dialogs.CreateReference();
            refused.Dismiss(DialogResult.Cancel());
            return refused;
        }

        isOneComing = true;
        try
        {
            var dialog = await dialogs.ShowAsync(component, title, parameters ?? new DialogParameters(), options ?? new DialogOptions());
            _ = ForgetAsync(component, dialog.Result);
            return dialog;
        }
        catch
        {
            open.Remove(component);
            throw;
        }
        finally
        {
            isOneComing = false;
        }
    }

    private async Task ForgetAsync(Type component, Task<DialogResult?> result)
    {
        await result;
        open.Remove(component);
    }
}
