namespace KerjaBhakti.Roster.Instructions;

/// <summary>
/// What an amending Instruction amends: the Instruction that first ordered the matter, and the ones that amended it since. Its words follow
/// Lampiran II of UU 12/2011 on amending regulations: the title names the first one and says how often it was amended, without listing the
/// amendments; the body names the last.
/// </summary>
public sealed record AmendedInstruction
{
    /// <summary>The Instruction that is amended.</summary>
    /// <param name="origin">The first one.</param>
    /// <param name="amendments">Those that amended it, in order.</param>
    public AmendedInstruction(InstructionCitation origin, IReadOnlyList<InstructionCitation> amendments)
    {
        Origin = origin;
        Amendments = amendments;
    }

    /// <summary>The Instruction that first ordered the matter.</summary>
    public InstructionCitation Origin { get; }

    /// <summary>What amended it so far, in order; none where this is to be the first amendment.</summary>
    public IReadOnlyList<InstructionCitation> Amendments { get; }

    /// <summary>The Instruction whose annex the amendment takes the place of.</summary>
    public InstructionCitation Last => Amendments.Count == 0 ? Origin : Amendments[^1];

    /// <summary>
    /// What the title of the amendment begins with: "PERUBAHAN KEDUA ATAS INSTRUKSI GUBERNUR NOMOR 118 TAHUN 2015 TENTANG".
    /// </summary>
    public string Heading => $"PERUBAHAN {Count}ATAS {Origin.Name.ToUpperInvariant()} TENTANG";

    /// <summary>The title of the amendment ("tentang"), in capitals.</summary>
    public string Subject => $"{Heading} {Origin.Subject}";

    /// <summary>
    /// The name within a sentence, with what amended it: "Instruksi Gubernur Nomor 118 Tahun 2015 tentang … sebagaimana telah diubah dengan
    /// Instruksi Gubernur Nomor 7 Tahun 2016".
    /// </summary>
    public string FullName => Origin.FullName + Since;

    /// <summary>The instructions of a chain, the first one first.</summary>
    /// <exception cref="ArgumentException">The chain is empty.</exception>
    public static AmendedInstruction Of(IReadOnlyList<Instruction> chain) =>
        chain.Count > 0
            ? new AmendedInstruction(InstructionCitation.Of(chain[0]), [.. chain.Skip(1).Select(InstructionCitation.Of)])
            : throw new ArgumentException("An amendment amends an Instruction.", nameof(chain));

    private string Since =>
        Amendments.Count switch
        {
            0 => string.Empty,
            1 => $" sebagaimana telah diubah dengan {Last.Name}",
            _ => $" sebagaimana telah beberapa kali diubah, terakhir dengan {Last.Name}",
        };

    // The first amendment is not counted; the ordinals end where those of dicta do.
    private string Count =>
        Amendments.Count == 0 ? string.Empty : $"{DictumOrdinal.Of(Math.Min(Amendments.Count + 1, InstructionText.MostDicta))} ";
}
