using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;

namespace KerjaBhakti.Documents.Roster;

/// <summary>An Instruction with what its paper needs besides the words.</summary>
/// <param name="Text">Its words. What is empty is left as dots, to be filled in by hand.</param>
/// <param name="Number">Its number within the year; null while it has none.</param>
/// <param name="IssuedOn">The date it is signed, which also gives the year of its number; null while it is not signed.</param>
public sealed record InstructionPrint(InstructionText Text, int? Number, DateOnly? IssuedOn)
{
    /// <summary>An Instruction as signed.</summary>
    public InstructionPrint(Instruction instruction)
        : this(instruction.Text, instruction.Number, instruction.IssuedOn) { }

    /// <summary>Whether "RANCANGAN" lies across every page, so that no draft is taken for the signed Instruction.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the signatory's NIP is printed whole; masked otherwise, because it tells birth date and sex.</summary>
    public bool ShowNip { get; init; }

    /// <summary>
    /// The moment the file gives as its own date. Where it is null that is the date of the Instruction, so that the same one printed twice
    /// is the same file; a draft without a date then gives 1 January 1970.
    /// </summary>
    public DateTimeOffset? PrintedAt { get; init; }

    /// <summary>The date whose names of offices it prints: that of the Instruction, or of the print while there is none.</summary>
    internal DateOnly? NamesOn => IssuedOn ?? (PrintedAt is { } moment ? Served.Institution.Time.DayOf(moment) : null);

    internal DateTimeOffset CreatedAt =>
        PrintedAt ?? (IssuedOn is { } date ? IndonesianDate.StartOf(date) : DateTimeOffset.UnixEpoch);
}
