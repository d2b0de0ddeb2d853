using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// How an annex writes each kecamatan: the spelling of the register it uses most, else the one that the annex before used most, else the
/// canonical name. Whatever is suggested or said about an annex uses it, so that taking a suggestion never mixes spellings.
/// </summary>
public sealed class HouseSpelling
{
    private readonly Dictionary<KecamatanCode, string> spellings;
    private readonly Gazetteer gazetteer;

    private HouseSpelling(Dictionary<KecamatanCode, string> spellings, Gazetteer gazetteer) =>
        (this.spellings, this.gazetteer) = (spellings, gazetteer);

    /// <summary>The spelling of a kecamatan.</summary>
    public string this[KecamatanCode kecamatan] =>
        spellings.TryGetValue(kecamatan, out var spelling) ? spelling : gazetteer[kecamatan].Name;

    /// <summary>The spellings of an annex.</summary>
    /// <param name="annex">The annex; of equally frequent spellings the first counts. Spellings the register does not know do not.</param>
    /// <param name="gazetteer">The register.</param>
    /// <param name="before">The annex before, for what this one does not name; null where there is none.</param>
    public static HouseSpelling Of(Annex annex, Gazetteer gazetteer, Annex? before = null)
    {
        var spellings = before is null ? [] : MostUsed(before, gazetteer);
        foreach (var (kecamatan, spelling) in MostUsed(annex, gazetteer))
        {
            spellings[kecamatan] = spelling;
        }

        return new HouseSpelling(spellings, gazetteer);
    }

    private static Dictionary<KecamatanCode, string> MostUsed(Annex annex, Gazetteer gazetteer) =>
        annex
            .Rows.SelectMany(row => row.Cells)
            .Where(cell => cell.Kecamatan is { } code && IsOfRegister(cell.AsPrinted, gazetteer[code]))
            .GroupBy(cell => cell.Kecamatan!.Value)
            .ToDictionary(
                same => same.Key,
                same => same.GroupBy(cell => cell.AsPrinted, StringComparer.Ordinal).MaxBy(spelling => spelling.Count())!.Key
            );

    private static bool IsOfRegister(string text, Kecamatan kecamatan) => text == kecamatan.Name || kecamatan.Aliases.Contains(text);
}
