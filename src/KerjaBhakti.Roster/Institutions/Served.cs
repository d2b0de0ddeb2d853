using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Institutions;

/// <summary>
/// The institution this process serves: one for as long as it runs, as a process has one time zone of its own (decision 69). The program
/// says which before anything else is done.
/// </summary>
public static class Served
{
    private static Institution? institution;

    /// <summary>The institution.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said yet which one it is.</exception>
    public static Institution Institution =>
        institution ?? throw new InvalidOperationException($"{nameof(Begin)} comes before anything asks for the institution.");

    /// <summary>What texts call a day of duty after "hari": "Minggu".</summary>
    public static string Day => Institution.DutyDay.Name;

    /// <summary>The title of its head: "Gubernur".</summary>
    public static string Head => Institution.Head.Title;

    /// <summary>What its Instructions are called before their number: "Instruksi Gubernur".</summary>
    public static string Instrument => Institution.Head.Instrument;

    /// <summary>The office through which reports go to its head: "Sekretaris Daerah".</summary>
    public static string Secretary => Institution.Secretary;

    /// <summary>What its cities are called together: "kota dan kabupaten administrasi" of Jakarta, "kabupaten/kota" elsewhere.</summary>
    /// <param name="joint">What stands between the two kinds where a sentence names both: "dan", "atau".</param>
    public static string Cities(string joint) => CityKinds.Words(Institution.HasAdministrativeCities, joint);

    /// <summary>Says which one it is. The same one may be said again.</summary>
    /// <exception cref="InvalidOperationException">The process serves another one already.</exception>
    public static void Begin(Institution served)
    {
        if (Interlocked.CompareExchange(ref institution, served, comparand: null) is { } first && first.Id != served.Id)
        {
            throw new InvalidOperationException($"This process serves '{first.Id}' and cannot serve '{served.Id}' too.");
        }
    }
}
