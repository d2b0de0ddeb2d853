namespace KerjaBhakti.Browser.Tests.Engines;

/// <summary>What draws a page and runs its scripts.</summary>
public enum Engine
{
    /// <summary>Of Chrome and Edge.</summary>
    Chromium,

    /// <summary>Of Firefox.</summary>
    Firefox,
}
