using System.Collections.Frozen;

namespace KerjaBhakti.Wakatobi.Services;

/// <summary>Which service a text names: by code, by name, or as hospitals and BPJS shorten it.</summary>
public static class ServiceNames
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["RJTL"] = "RAWAT_JALAN",
        ["RJ"] = "RAWAT_JALAN",
        ["RAJAL"] = "RAWAT_JALAN",
        ["RAWAT JALAN"] = "RAWAT_JALAN",
        ["RITL"] = "RAWAT_INAP",
        ["RI"] = "RAWAT_INAP",
        ["RANAP"] = "RAWAT_INAP",
        ["RAWAT INAP"] = "RAWAT_INAP",
        ["PERSALINAN"] = "PERSALINAN",
        ["IGD"] = "GAWAT_DARURAT",
        ["UGD"] = "GAWAT_DARURAT",
        ["GAWAT DARURAT"] = "GAWAT_DARURAT",
        ["INSTALASI GAWAT DARURAT"] = "GAWAT_DARURAT",
        ["RAWAT INTENSIF"] = "ICU",
        ["HBOT"] = "HIPERBARIK",
        ["OKSIGEN HIPERBARIK"] = "HIPERBARIK",
        ["PENUNJANG"] = "PENUNJANG",
        ["AMBULANS DALAM KOTA"] = "AMBULANS_DALAM",
        ["AMBULANS LUAR KOTA"] = "AMBULANS_LUAR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The active service a text names; null where it names none.</summary>
    public static Service? Find(IReadOnlyList<Service> services, string text)
    {
        var name = text.Trim().Replace(".", string.Empty, StringComparison.Ordinal);
        var code = Aliases.GetValueOrDefault(name, name);
        return services.FirstOrDefault(known =>
            known.Active && (Same(known.Code, code) || Same(known.Code, text.Trim()) || Same(known.Name, text.Trim()))
        );
    }

    /// <summary>
    /// The active services whose names share a word with a text that names none, three at most, those that share most first.
    /// </summary>
    public static IReadOnlyList<Service> Nearest(IReadOnlyList<Service> services, string text)
    {
        var words = WordsOf(text);
        return
        [
            .. services
                .Where(known => known.Active)
                .Select(known => (Service: known, Shared: WordsOf(known.Name).Count(word => words.Exists(other => IsNear(word, other)))))
                .Where(item => item.Shared > 0)
                .OrderByDescending(item => item.Shared)
                .Take(3)
                .Select(item => item.Service),
        ];
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    // Words all names have say nothing.
    private static List<string> WordsOf(string text) =>
        [
            .. text.ToUpperInvariant()
                .Split([' ', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word is not ("PELAYANAN" or "LAYANAN" or "TINGKAT" or "KOTA" or "RAWAT")),
        ];

    private static bool IsNear(string word, string other) =>
        word.Length > 2
        && other.Length > 2
        && (
            word.StartsWith(other, StringComparison.Ordinal)
            || other.StartsWith(word, StringComparison.Ordinal)
            || (word.Length == other.Length && word.Zip(other).Count(pair => pair.First != pair.Second) == 1)
        );
}
