using System.Text.Json;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Public;

/// <summary>Reads the seeds from the source tree until the database serves them.</summary>
internal static class SeedFiles
{
    public static Gazetteer Gazetteer()
    {
        var lines = Lines("kecamatan.csv").Select(line => line.Split(',')).ToList();
        var cities = lines.Select(line => (Code: CityCode.Parse(line[0][..5]), Name: line[1])).Distinct().Select(city => new City(city.Code, city.Name));
        var kecamatan = lines.Select(line => new Kecamatan(
            KecamatanCode.Parse(line[0]), line[2], line[3].Split('|', StringSplitOptions.RemoveEmptyEntries)));
        return new Gazetteer(cities, kecamatan);
    }

    public static PublishedSchedule Schedule2015(Gazetteer gazetteer)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf("instruction-118-2015.json")));
        var subject = json.RootElement.GetProperty("subject").GetString()!;
        var signatory = json.RootElement.GetProperty("signatory").Deserialize<Signatory>(JsonSerializerOptions.Web)!;
        var instruction = new Instruction(118, 2015, subject, new DateOnly(2015, 6, 1), "Jakarta", signatory)
        {
            Authority = "Gubernur Provinsi Daerah Khusus Ibukota Jakarta",
        };
        var rows = Lines("annex-2015.csv").Select(line => Row(Fields(line), gazetteer)).ToList();
        var period = new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 12));
        return new PublishedSchedule(
            Guid.CreateVersion7(),
            json.RootElement.GetProperty("annexTitle").GetString()!,
            ScheduleStatus.Issued,
            new Annex(period, rows, instruction.IssuedOn),
            instruction);
    }

    private static AnnexRow Row(List<string> fields, Gazetteer gazetteer)
    {
        var city = gazetteer.FindCityByName(fields[2]);
        var cells = Enumerable.Range(2, 8)
            .Select(index => city is null ? new AnnexCell(fields[index], gazetteer.FindByName(fields[index])?.Code) : AnnexCell.Empty)
            .ToList();
        return new AnnexRow(
            int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), fields[1], city is null ? null : new AnnexRegion(city.Code, fields[2]), cells);
    }

    private static List<string> Fields(string line)
    {
        var parts = line.Split('"');
        return [.. parts.SelectMany((part, index) => index % 2 == 1 ? [part] : part.Trim(',').Split(','))];
    }

    private static IEnumerable<string> Lines(string name) => File.ReadAllLines(PathOf(name)).Skip(1);

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "seeds", "data", name);
    }
}
