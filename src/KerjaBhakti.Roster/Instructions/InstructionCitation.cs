using System.Globalization;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Instructions;

/// <summary>What another document says of an Instruction when it names it.</summary>
/// <param name="Number">Its number within its year.</param>
/// <param name="Year">The year of the number.</param>
/// <param name="Subject">What it is about, in the capitals of its head.</param>
/// <param name="IssuedOn">The date it was signed.</param>
public sealed record InstructionCitation(int Number, int Year, string Subject, DateOnly IssuedOn)
{
    /// <summary>The date from which it is in force; the day it was signed unless it says otherwise.</summary>
    public DateOnly EffectiveOn { get; init; } = IssuedOn;

    /// <summary>The name without its subject: "Instruksi Gubernur Nomor 118 Tahun 2015".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Served.Instrument} Nomor {Number} Tahun {Year}");

    /// <summary>The whole name within a sentence: "… tentang Pelaksanaan Kerja Bhakti bagi …".</summary>
    public string FullName => $"{Name} tentang {TitleWords.InSentence(Subject)}";

    /// <summary>The short reference people use: "118/2015".</summary>
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Year}");

    /// <summary>The citation of an Instruction that was signed.</summary>
    public static InstructionCitation Of(Instruction instruction) =>
        new(instruction.Number, instruction.Year, instruction.Subject, instruction.IssuedOn) { EffectiveOn = instruction.EffectiveOn };
}
