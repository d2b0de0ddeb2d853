using System.Runtime.CompilerServices;
using System.Text.Json;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Tests;

/// <summary>The real input of every test: the annex of 2015 and its Instruction, read from <c>seeds/</c> beside the test.</summary>
public static class Seed
{
    public static readonly RosterPeriod Period = new(new RosterMonth(2015, 5), new RosterMonth(2015, 12));

    public static readonly DateTimeOffset Now = new(2015, 6, 1, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The institution of every test that names no other.</summary>
    public static Institution Institution { get; } = ReadInstitution();

    public static Gazetteer Gazetteer { get; } = ReadGazetteer();

    public static Instruction Instruction { get; } = ReadInstruction();

    /// <summary>The title over the table.</summary>
    public static string AnnexTitle { get; } = ReadInstructionFile().GetProperty("annexTitle").GetString()!;

    /// <summary>The table of the annex, header included, as text: parsed by hand here, not by the code under test.</summary>
    public static IReadOnlyList<string[]> Table { get; } = [.. File.ReadAllLines(AnnexFile).Select(Split)];

    public static Annex Annex { get; } = new(Period, [.. Table.Skip(1).Select(ToRow)], new DateOnly(2015, 6, 1));

    /// <summary>The short names of posts the portal begins with.</summary>
    public static PostAliases Aliases { get; } =
        new(
            Read("institutions/dki/aliases.csv")
                .Skip(1)
                .Select(line => line.Split(',', 2))
                .Select(parts => (parts[0], parts[1].Trim('"')))
        );

    /// <summary>Before any test, as the program does before anything else.</summary>
    [ModuleInitializer]
    internal static void Serve() => Served.Begin(Institution);

    /// <summary>The annex as a file, in the portal's own form.</summary>
    public static string AnnexFile => Path("institutions/dki/instructions/118-2015.annex.csv");

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "seeds", name);

    /// <summary>The annex with one row replaced.</summary>
    public static Annex With(int index, Func<AnnexRow, AnnexRow> change) =>
        Annex with
        {
            Rows = [.. Annex.Rows.Select((row, at) => at == index ? change(row) : row)],
        };

    /// <summary>The row with one cell rewritten, resolved as an import would.</summary>
    public static AnnexRow WithCell(this AnnexRow row, int month, string text) =>
        row with
        {
            Cells = [.. row.Cells.Select((cell, at) => at == month ? new AnnexCell(text, Gazetteer.FindByName(text)?.Code) : cell)],
        };

    private static string[] Read(string name) => File.ReadAllLines(Path(name));

    // At most one field of a line is quoted: the label of row 22 and others with "Komunikasi, Informatika".
    private static string[] Split(string line)
    {
        var parts = line.Split('"');
        return parts.Length == 1 ? line.Split(',') : [parts[0].TrimEnd(','), parts[1], .. parts[2][1..].Split(',')];
    }

    private static AnnexRow ToRow(string[] fields)
    {
        var cells = fields[2..].Select(field => new AnnexCell(field, Gazetteer.FindByName(field)?.Code)).ToList();
        return Gazetteer.FindCityByName(fields[2]) is { } city
            ? new AnnexRow(int.Parse(fields[0]), fields[1], new AnnexRegion(city.Code, fields[2]), [.. cells.Select(_ => AnnexCell.Empty)])
            : new AnnexRow(int.Parse(fields[0]), fields[1], Region: null, cells);
    }

    private static Institution ReadInstitution()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path("institutions/dki/institution.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );
        var root = file.RootElement;
        string Text(params string[] path) => path.Aggregate(root, (element, name) => element.GetProperty(name)).GetString()!;
        return new Institution
        {
            Id = Text("id"),
            Kind = InstitutionKind.Province,
            Names =
            [
                .. root.GetProperty("names")
                    .EnumerateArray()
                    .Select(name => new InstitutionName(
                        name.GetProperty("full").GetString()!,
                        name.GetProperty("short").GetString()!,
                        name.GetProperty("headOffice").GetString()!,
                        From: null,
                        To: null,
                        name.GetProperty("source").GetString()!
                    )),
            ],
            Head = new HeadOfGovernment(Text("head", "title"), Text("head", "instrumentCode")),
            Secretary = Text("secretary", "title"),
            Time = new LocalTime(
                LocalZones.Find(Text("timeZone", "id"), Text("timeZone", "abbreviation"))!,
                Text("timeZone", "abbreviation")
            ),
            DutyDay = new DutyDay(Enum.Parse<DayOfWeek>(Text("dutyDay", "weekday"), ignoreCase: true), Text("dutyDay", "name")),
            FarCity = CityCode.Parse(Text("farCity")),
            HasAdministrativeCities = true,
        };
    }

    private static Gazetteer ReadGazetteer()
    {
        var lines = Read("institutions/dki/districts.csv").Skip(1).Select(line => line.Split(',')).ToList();
        return new Gazetteer(
            lines.Select(line => new City(KecamatanCode.Parse(line[0]).City, line[1])).Distinct(),
            lines.Select(line => new Kecamatan(
                KecamatanCode.Parse(line[0]),
                line[2],
                line[3].Split(';', StringSplitOptions.RemoveEmptyEntries)
            ))
        );
    }

    private static JsonElement ReadInstructionFile() =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path("institutions/dki/instructions/118-2015.json")));

    private static Instruction ReadInstruction()
    {
        var root = ReadInstructionFile();
        string Text(string name) => root.GetProperty(name).GetString()!;
        string[] Texts(string name) => [.. root.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
        var signatory = root.GetProperty("signatory").Deserialize<Signatory>(JsonSerializerOptions.Web)!;
        return new Instruction(
            root.GetProperty("number").GetInt32(),
            root.GetProperty("year").GetInt32(),
            Text("subject"),
            DateOnly.Parse(Text("issuedOn")),
            Text("place"),
            signatory
        )
        {
            Authority = Text("authority"),
            Opening = Text("opening"),
            Addressees = Text("addressees"),
            Dicta = Texts("dicta"),
            Closing = Text("closing"),
            Copies = Texts("copies"),
        };
    }
}
