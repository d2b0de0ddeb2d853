namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>
/// How somebody is employed. Deductions go by it: the tax on fees of a civil servant differs by <em>golongan</em>, that of others is
/// reckoned otherwise.
/// </summary>
public enum StaffKind
{
    /// <summary>Civil servant, golongan I.</summary>
    CivilServantI,

    /// <summary>Civil servant, golongan II.</summary>
    CivilServantII,

    /// <summary>Civil servant, golongan III.</summary>
    CivilServantIII,

    /// <summary>Civil servant, golongan IV.</summary>
    CivilServantIV,

    /// <summary>Government employee with a contract (PPPK).</summary>
    ContractEmployee,

    /// <summary>Employed by the hospital itself (BLUD), not by the government.</summary>
    HospitalEmployee,

    /// <summary>A doctor who works part of the time.</summary>
    PartTimeDoctor,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>The kinds of staff as offices write them.</summary>
public static class StaffKinds
{
    // The first name is the one that is shown; letters and digits alone are compared.
    private static readonly Dictionary<StaffKind, string[]> Names = new()
    {
        [StaffKind.CivilServantI] = ["PNS golongan I", .. Ranks("I")],
        [StaffKind.CivilServantII] = ["PNS golongan II", .. Ranks("II")],
        [StaffKind.CivilServantIII] = ["PNS golongan III", .. Ranks("III")],
        [StaffKind.CivilServantIV] = ["PNS golongan IV", .. Ranks("IV")],
        [StaffKind.ContractEmployee] = ["PPPK", "P3K", "ASN PPPK"],
        [StaffKind.HospitalEmployee] = ["Pegawai BLUD", "BLUD", "Non PNS", "Non ASN", "Honorer", "Kontrak", "Tenaga kontrak", "PTT"],
        [StaffKind.PartTimeDoctor] = ["Dokter paruh waktu", "Dokter mitra", "Dokter tamu", "Tenaga ahli"],
        [StaffKind.Other] = ["Lainnya", "Lain-lain"],
    };

    private static readonly string[] Needless = ["PNS", "ASN", "GOLONGAN", "GOL", "RUANG"];

    private static readonly Dictionary<string, StaffKind> ByKey = Names
        .SelectMany(kind => kind.Value.Select(name => (Key: KeyOf(name), Kind: kind.Key)))
        .DistinctBy(item => item.Key)
        .ToDictionary(item => item.Key, item => item.Kind);

    /// <summary>Every kind in the order of the lists that offer them.</summary>
    public static IReadOnlyList<StaffKind> All { get; } = Enum.GetValues<StaffKind>();

    /// <summary>What a kind is called: "PNS golongan III".</summary>
    public static string NameOf(StaffKind kind) => Names[kind][0];

    /// <summary>The kind of a text: also "III/a", "Gol. III", "PNS III", "P3K"; null where it names none.</summary>
    public static StaffKind? Read(string? text) => ByKey.TryGetValue(KeyOf(text ?? string.Empty), out var kind) ? kind : null;

    // "III/a" to "IV/e", after the words in front are gone.
    private static IEnumerable<string> Ranks(string golongan) => "abcde".Select(letter => $"{golongan}{letter}").Prepend(golongan);

    // "PNS Gol. III/b" and "III/b" are the same: letters and digits count, and words that say what is known already do not.
    private static string KeyOf(string text)
    {
        var key = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        while (Array.Find(Needless, word => key.Length > word.Length && key.StartsWith(word, StringComparison.Ordinal)) is { } word)
        {
            key = key[word.Length..];
        }

        return key;
    }
}
