namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>A page in one of the engines, in a profile of its own: as much of it as the stories need.</summary>
internal interface IEnginePage : IAsyncDisposable
{
    /// <summary>Opens a page of the portal and waits until it is loaded. Leaving a page that asks is meant.</summary>
    Task GoToAsync(string path);

    /// <summary>Runs a function in the page and gives back what it returns, or what its promise gives.</summary>
    /// <param name="function">The text of a function, which may take one argument.</param>
    Task<T> EvaluateAsync<T>(string function, string? argument = null);

    /// <summary>Clicks into the middle of the first element that the selector finds, as a mouse does.</summary>
    Task ClickAsync(string selector);

    /// <summary>Presses keys, with others held: "Control+c", "ArrowDown", "a".</summary>
    Task PressAsync(params string[] keys);

    Task SetSizeAsync(int width, int height);

    /// <summary>The page on paper of the size the page names, as a PDF.</summary>
    Task<byte[]> PrintAsync();

    /// <summary>A picture of what is in view, as a PNG.</summary>
    Task<byte[]> TakePictureAsync();
}
