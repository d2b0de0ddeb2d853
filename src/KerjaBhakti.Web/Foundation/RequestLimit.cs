namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// Says of an endpoint how often it may be asked; its metadata. Whoever asks more often is answered 429 with Retry-After.
/// </summary>
/// <param name="Name">What is counted together: endpoints of one name.</param>
/// <param name="OfAddress">Requests within a minute from one address, behind which an office may sit.</param>
/// <param name="OverAll">Requests within a minute of everybody; null where everybody is not counted.</param>
/// <param name="PostsOnly">Whether looking at it is free.</param>
public sealed record RequestLimit(string Name, int OfAddress, int? OverAll = null, bool PostsOnly = false);
