using System.Globalization;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Roster.Recaps;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Recaps;

/// <summary>The addresses of recaps and of the duties behind their figures, written and read.</summary>
public static class RecapLinks
{
    /// <summary>The recap; its files add their endings.</summary>
    public const string Recap = "/roster/laporan/rekap";

    /// <summary>The duties behind a figure.</summary>
    public const string Duties = $"{Recap}/tugas";

    // What stands in place of a kecamatan or a kind of work unit where a row has none.
    private const string None = "tanpa";

    private static readonly Dictionary<RecapMeasure, string> Words = new()
    {
        [RecapMeasure.Planned] = "rencana",
        [RecapMeasure.Cancelled] = "ditiadakan",
        [RecapMeasure.Upcoming] = "belum-tiba",
        [RecapMeasure.Attended] = "hadir",
        [RecapMeasure.Absent] = "tidak-hadir",
        [RecapMeasure.Unreported] = "belum-lapor",
        [RecapMeasure.Substituted] = "digantikan",
        [RecapMeasure.Late] = "terlambat",
        [RecapMeasure.Verified] = "terverifikasi",
    };

    /// <summary>The recap of a period.</summary>
    public static string PathOf(RecapPeriod period) => $"{Recap}?{Days(period)}";

    /// <summary>The duties behind a figure.</summary>
    public static string PathOf(FigureEntries entries) =>
        entries is DutyEntries duties
            ? $"{Duties}?{Days(duties.Period)}&hasil={Words[duties.Measure]}{SliceOf(duties.Slice)}"
            : throw new ArgumentException($"No page for {entries}.", nameof(entries));

    /// <summary>Reads what an address of duties asks for; what cannot be read of the part or the measure narrows nothing.</summary>
    /// <exception cref="RosterRefusedException">The days are none, or make no period.</exception>
    public static DutyEntries Read(IQueryCollection query, DateOnly today) =>
        new(
            RecapPeriod.Read(query["dari"], query["sampai"], today),
            ReadSlice(query),
            Words.Where(word => word.Value == query["hasil"]).Select(word => word.Key).FirstOrDefault(RecapMeasure.Planned)
        );

    private static string Days(RecapPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"dari={period.First:yyyy-MM-dd}&sampai={period.Last:yyyy-MM-dd}");

    private static string SliceOf(RecapSlice slice) =>
        slice switch
        {
            RecapSlice.OfSunday sunday => string.Create(CultureInfo.InvariantCulture, $"&minggu={sunday.Date:yyyy-MM-dd}"),
            RecapSlice.OfCity city => $"&kota={city.City}",
            RecapSlice.OfKecamatan { Kecamatan: var kecamatan } => $"&kecamatan={kecamatan?.ToString() ?? None}",
            RecapSlice.OfCategory { Category: var category } => $"&kategori={category?.ToString() ?? None}",
            RecapSlice.OfAnnex annex => $"&lampiran={annex.ScheduleId}",
            RecapSlice.OfRow row => string.Create(CultureInfo.InvariantCulture, $"&lampiran={row.ScheduleId}&baris={row.Row}"),
            _ => string.Empty,
        };

    private static RecapSlice ReadSlice(IQueryCollection query)
    {
        if (AddressValue.Date(query["minggu"]) is { } sunday)
        {
            return new RecapSlice.OfSunday(sunday);
        }

        if (CityCode.TryParse(query["kota"], out var city))
        {
            return new RecapSlice.OfCity(city);
        }

        if (KecamatanCode.TryParse(query["kecamatan"], out var kecamatan))
        {
            return new RecapSlice.OfKecamatan(kecamatan);
        }

        if (query["kecamatan"] == None)
        {
            return new RecapSlice.OfKecamatan(null);
        }

        if (Enum.TryParse<WorkUnitCategory>(query["kategori"], out var category) && Enum.IsDefined(category))
        {
            return new RecapSlice.OfCategory(category);
        }

        if (query["kategori"] == None)
        {
            return new RecapSlice.OfCategory(null);
        }

        return (AddressValue.Id(query["lampiran"]), AddressValue.Number(query["baris"])) switch
        {
            ({ } annex, { } row) => new RecapSlice.OfRow(annex, row),
            ({ } annex, null) => new RecapSlice.OfAnnex(annex),
            _ => new RecapSlice.Whole(),
        };
    }
}
