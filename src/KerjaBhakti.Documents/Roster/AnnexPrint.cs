using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>An annex with what surrounds it on paper.</summary>
/// <param name="Annex">The table.</param>
/// <param name="Title">The title above the table, in the capitals of the document.</param>
/// <param name="Instruction">The Instruction the annex belongs to; null while there is none, and then no heading and no signatory is printed.</param>
public sealed record AnnexPrint(Annex Annex, string Title, Instruction? Instruction)
{
    /// <summary>Whether the document is marked as a draft (KONSEP) and carries no signatory.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the signatory's NIP is printed whole. Only readers who may know it get such a document.</summary>
    public bool ShowNip { get; init; }
}
