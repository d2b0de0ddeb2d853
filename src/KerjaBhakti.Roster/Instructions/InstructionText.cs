namespace KerjaBhakti.Roster.Instructions;

/// <summary>
/// The words of an Instruction without its number and date: what is drafted, initialled, and then signed. The model is Instruction
/// 118/2015.
/// </summary>
public sealed record InstructionText
{
    /// <summary>The most dicta: the ordinals are written in words (KESATU … KEDUA PULUH).</summary>
    public const int MostDicta = 20;

    /// <summary>The office that instructs, as the heading prints it.</summary>
    public string Authority { get; init; } = string.Empty;

    /// <summary>What it is about ("tentang"), in the capitals of the document.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The paragraph before "Kepada" that says why.</summary>
    public string Opening { get; init; } = string.Empty;

    /// <summary>To whom it is addressed ("Kepada").</summary>
    public string Addressees { get; init; } = string.Empty;

    /// <summary>
    /// How the annex is amended by a dictum that comes before <see cref="Dicta"/> and is made of the annexes; null where it amends none,
    /// and once it is signed, when that dictum is one of them. See <see cref="Amendment"/>.
    /// </summary>
    public AmendmentWay? Amends { get; init; }

    /// <summary>What they are told ("Untuk"): KESATU, KEDUA … in order.</summary>
    public IReadOnlyList<string> Dicta { get; init; } = [];

    /// <summary>The sentence that brings it into force.</summary>
    public string Closing { get; init; } = string.Empty;

    /// <summary>
    /// From which day an amendment is in force, where that is not the day it is signed; null where it is, and once it is signed, when
    /// <see cref="Closing"/> names the day. See <see cref="EffectSentence"/>.
    /// </summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Where it is signed.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>Who signs.</summary>
    public Signatory Signatory { get; init; } = new(string.Empty, string.Empty, string.Empty, string.Empty);

    /// <summary>Who receives a copy ("Tembusan"), in order.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
