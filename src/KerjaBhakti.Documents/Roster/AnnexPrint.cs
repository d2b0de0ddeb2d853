using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>An annex with what surrounds it on paper.</summary>
/// <param name="Annex">The table.</param>
/// <param name="Title">The title above it, in the capitals of the document; broken into lines of even length.</param>
/// <param name="Instruction">The Instruction it belongs to; null while there is none, which leaves number, date and signatory blank to be
/// filled in.</param>
public sealed record AnnexPrint(Annex Annex, string Title, Instruction? Instruction)
{
    /// <summary>Whether "RANCANGAN" lies across every page, so that no draft is taken for the issued annex.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the signatory's NIP is printed whole; masked otherwise, because it tells birth date and sex.</summary>
    public bool ShowNip { get; init; }

    /// <summary>
    /// The moment the file gives as its own date. Where it is null that is the date of the Instruction, or the first day of the period
    /// while there is no Instruction: the same annex printed twice is then the same file, byte for byte.
    /// </summary>
    public DateTimeOffset? PrintedAt { get; init; }

    /// <summary>
    /// What each page is checked by, in the order of the pages: together they hold every row, and the pages break as they say. Null where
    /// the annex is not issued; a draft prints none.
    /// </summary>
    public IReadOnlyList<PageCheck>? Checks { get; init; }

    internal DateTimeOffset CreatedAt => PrintedAt ?? IndonesianDate.StartOf(Instruction?.IssuedOn ?? Annex.Period.First.FirstDay);
}
