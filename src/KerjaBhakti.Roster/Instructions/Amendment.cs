using System.Globalization;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Instructions;

/// <summary>How the first dictum of an amending Instruction amends the annex.</summary>
public enum AmendmentWay
{
    /// <summary>The whole annex takes the place of the one before.</summary>
    Whole,

    /// <summary>Each change is named, "semula … menjadi …"; the annex as it then reads follows all the same.</summary>
    Changes,
}

/// <summary>
/// An amendment of an annex by another: what it amends and what it changes. Its first dictum is made of both, so that it always says what
/// the annex says; everything else an Instruction has is written by people.
/// </summary>
/// <param name="Amended">What it amends.</param>
/// <param name="Difference">What it changes in the annex before.</param>
public sealed record Amendment(AmendedInstruction Amended, AnnexDifference Difference)
{
    /// <summary>The words an amendment begins with.</summary>
    /// <param name="amended">What it amends.</param>
    /// <param name="last">The words of the Instruction it takes the annex of: to whom, by whom, where and with which copies.</param>
    public static InstructionText Begin(AmendedInstruction amended, InstructionText last) =>
        last with
        {
            Amends = AmendmentWay.Whole,
            Subject = amended.Subject,
            Opening =
                $"Dalam rangka penyesuaian jadwal kerja bhakti sebagaimana tercantum dalam Lampiran {amended.FullName}, dengan ini menginstruksikan :",
            Dicta =
            [
                $"Melaksanakan program/kegiatan kerja bhakti menurut jadwal sebagaimana diubah pada diktum KESATU sejak {Served.Instrument} ini mulai berlaku.",
                $"Ketentuan {amended.Origin.Name} yang tidak diubah dengan {Served.Instrument} ini tetap berlaku.",
            ],
            Closing = EffectSentence.Undated(last.Closing, amended.Last.EffectiveOn),
        };

    /// <summary>The dictum that amends the annex. Each change is a line of its own.</summary>
    public string Dictum(AmendmentWay way) =>
        way switch
        {
            AmendmentWay.Whole =>
                $"Lampiran {Amended.FullName} diubah sehingga menjadi sebagaimana tercantum dalam Lampiran {Served.Instrument} ini.",
            AmendmentWay.Changes => string.Join(
                '\n',
                [
                    $"Beberapa ketentuan dalam Lampiran {Amended.FullName} diubah sebagai berikut :",
                    .. Clauses(),
                    $"Lampiran setelah diubah tercantum dalam Lampiran {Served.Instrument} ini.",
                ]
            ),
        };

    /// <summary>
    /// The words as they are printed and signed: with the dictum that amends the annex first, and with the date of effect in the closing
    /// sentence.
    /// </summary>
    public InstructionText Complete(InstructionText text) =>
        text.Amends is { } way
            ? text with
            {
                Amends = null,
                Dicta = [Dictum(way), .. text.Dicta],
                Closing = text.EffectiveOn is { } effectiveOn ? EffectSentence.Dated(text.Closing, effectiveOn) : text.Closing,
            }
            : text;

    /// <summary>What keeps the words from saying that they amend, in Indonesian; null where nothing does.</summary>
    public string? Problem(InstructionText text) =>
        text.Amends is null ? "Naskah belum memuat diktum yang mengubah lampiran; pilih caranya pada halaman Naskah."
        : !text.Subject.StartsWith(Amended.Heading, StringComparison.OrdinalIgnoreCase) ? $"Judul naskah harus diawali '{Amended.Heading}'."
        : Difference.IsEmpty ? "Rancangan perubahan ini belum mengubah apa pun dalam lampiran."
        : text.EffectiveOn is { } effectiveOn && !EffectSentence.CanName(text.Closing, effectiveOn)
            ? $"Penutup naskah harus menyebut 'mulai berlaku {EffectSentence.WhenSigned}', agar tanggal mulai berlaku dapat dicantumkan."
        : text.EffectiveOn < Amended.Last.EffectiveOn
            ? $"Tanggal mulai berlaku mendahului mulai berlakunya {Amended.Last.Name}, yaitu {Wording.Date(Amended.Last.EffectiveOn)}."
        : null;

    private IEnumerable<string> Clauses()
    {
        var changes = Difference
            .Changes.OrderBy(change => change.NewIndex ?? change.OldIndex ?? -1)
            .ThenBy(change => change.Month)
            .ThenBy(change => change.Kind)
            .ToArray();
        return changes.Select((change, index) => $"{Letter(index)}. {change.Sentence.TrimEnd('.')}{End(index, changes.Length)}");
    }

    private static string End(int index, int count) =>
        index == count - 1 ? "."
        : index == count - 2 ? "; dan"
        : ";";

    /// <summary>a … z, then a1 … z1.</summary>
    private static string Letter(int index) =>
        $"{(char)('a' + (index % 26))}{(index < 26 ? string.Empty : (index / 26).ToString(CultureInfo.InvariantCulture))}";
}
