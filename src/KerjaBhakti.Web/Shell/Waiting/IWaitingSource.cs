using System.Security.Claims;

namespace KerjaBhakti.Web.Shell.Waiting;

/// <summary>
/// One kind of work that may wait for somebody. A module registers each of its kinds. A source is one short query; it answers with nothing
/// for whom the work is not, and demands no right of those it answers so.
/// </summary>
public interface IWaitingSource
{
    /// <summary>What waits for this user, the oldest first.</summary>
    Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken);
}

/// <summary>Something that waits, with the one thing to do about it.</summary>
/// <param name="Menu">The entry of the navigation that counts it: "/roster/penggantian".</param>
/// <param name="Text">What waits, as a sentence without its end: "2 penggantian menunggu keputusan Anda".</param>
/// <param name="Action">What the button says: "Putuskan".</param>
/// <param name="Path">Where the button leads.</param>
public sealed record WaitingItem(string Menu, string Text, string Action, string Path)
{
    /// <summary>How many things wait in it.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What helps to decide whether it comes first: since when, by whom, how much, why it came back.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether a term has passed or passes today.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>
    /// The names of the things in it that are told by mail, each once: another name for each thing and each time it comes to wait. None
    /// where no mail is sent of it.
    /// </summary>
    public IReadOnlyList<string> News { get; init; } = [];

    /// <summary>Whether such things come one by one all day long; they are then told once a day, or with something else.</summary>
    public bool ComesAllDay { get; init; }
}
