using System.Collections.Frozen;
using System.Text;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Roster.Text;

/// <summary>
/// How the subject of a document, printed in capitals at its head, is written within a sentence: "PELAKSANAAN KERJA BHAKTI BAGI PEJABAT"
/// becomes "Pelaksanaan Kerja Bhakti bagi Pejabat" (Lampiran II UU 12/2011: a title that is cited keeps its capital letters, particles
/// none).
/// </summary>
public static class TitleWords
{
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ATAS",
        "ANTARA",
        "BAGI",
        "DALAM",
        "DAN",
        "DARI",
        "DENGAN",
        "DI",
        "KE",
        "KEPADA",
        "MAUPUN",
        "OLEH",
        "PADA",
        "SEBAGAI",
        "SERTA",
        "TENTANG",
        "TERHADAP",
        "UNTUK",
        "YANG"
    );

    private static readonly FrozenSet<string> Acronyms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "APBD",
        "ASN",
        "BLUD",
        "BUMD",
        "DPRD",
        "KORPRI",
        "PNS",
        "PPPK",
        "RI",
        "RSKD",
        "RSUD",
        "RT",
        "RW",
        "SKPD",
        "UKPD",
        "UPT",
        "II",
        "III",
        "IV"
    );

    /// <summary>The subject within a sentence. One that is not all in capitals was written so on purpose and stays.</summary>
    public static string InSentence(string title)
    {
        if (title.Any(char.IsLower))
        {
            return title;
        }

        var written = new StringBuilder(title.Length);
        for (var start = 0; start < title.Length;)
        {
            var end = start;
            while (end < title.Length && char.IsLetter(title[end]))
            {
                end++;
            }

            if (end == start)
            {
                written.Append(title[start++]);
                continue;
            }

            var word = title[start..end];
            written.Append(
                Acronyms.Contains(word) || Served.Institution.IsAcronym(word) ? word
                : start > 0 && Particles.Contains(word) ? word.ToLowerInvariant()
                : word[..1] + word[1..].ToLowerInvariant()
            );
            start = end;
        }

        return written.ToString();
    }
}
