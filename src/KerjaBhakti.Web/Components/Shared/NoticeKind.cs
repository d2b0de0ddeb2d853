namespace KerjaBhakti.Web.Components.Shared;

/// <summary>How much a notice matters.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It was done.</summary>
    Success,

    /// <summary>Something to look at before going on.</summary>
    Warning,

    /// <summary>It was not done, or cannot be.</summary>
    Error,
}
