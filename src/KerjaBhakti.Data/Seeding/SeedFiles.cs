using System.Globalization;
using System.Text.Json;
using CsvHelper;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;

namespace KerjaBhakti.Data.Seeding;

/// <summary>
/// The reference data and the 2015 annex, carried inside the assembly so that a command can read them without a database. Their origin is
/// described in
/// <c>seeds/README.md</c>.
/// </summary>
public static class SeedFiles
{
    /// <summary>The register of the six cities and 44 kecamatan.</summary>
    public static Gazetteer ReadGazetteer()
    {
        var lines = ReadCsv("kecamatan.csv", csv =>
            (
                Code: KecamatanCode.Parse(csv.GetString("code")),
                City: csv.GetString("city"),
                Name: csv.GetString("name"),
                Aliases: csv.GetString("aliases")
            )
        );
        return new Gazetteer(
            lines.Select(line => new City(line.Code.City, line.City)).Distinct(),
            lines.Select(line => new Kecamatan(line.Code, line.Name, line.Aliases.Split(';', StringSplitOptions.RemoveEmptyEntries)))
        );
    }

    /// <summary>The most common passwords, in lower case.</summary>
    public static IReadOnlyList<string> ReadCommonPasswords()
    {
        using var reader = new StreamReader(Open("common-passwords.txt"));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Instruction 118/2015 and the title of its annex.</summary>
    public static (Instruction Instruction, string AnnexTitle) ReadInstruction2015()
    {
        using var stream = Open("instruction-118-2015.json");
        var file = JsonSerializer.Deserialize<InstructionFile>(stream, JsonSerializerOptions.Web)!;
        var instruction = new Instruction(file.Number, file.Year, file.Subject, file.IssuedOn, file.Place, file.Signatory)
        {
            Authority = file.Authority,
            Opening = file.Opening,
            Addressees = file.Addressees,
            Dicta = file.Dicta,
            Closing = file.Closing,
            Copies = file.Copies,
        };
        return (instruction, file.AnnexTitle);
    }

    /// <summary>The annex of 118/2015.</summary>
    public static Annex ReadAnnex2015(Gazetteer gazetteer)
    {
        var period = new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 12));
        var rows = ReadCsv("annex-2015.csv", csv =>
        {
            var number = csv.Parse<int>(0);
            var texts = period.Months.Select(month => csv.GetString(month.Name)).ToList();
            return gazetteer.FindCityByName(texts[0]) is { } city
                ? new AnnexRow(number, csv.GetString(1), new AnnexRegion(city.Code, texts[0]), [.. texts.Select(_ => AnnexCell.Empty)])
                : new AnnexRow(
                    number,
                    csv.GetString(1),
                    Region: null,
                    [.. texts.Select(text => new AnnexCell(text, gazetteer.FindByName(text)!.Code))]
                );
        });
        return new Annex(period, rows);
    }

    /// <summary>The public holidays and days of joint leave of May to December 2015 and of 2026.</summary>
    public static IReadOnlyList<Holiday> ReadHolidays() =>
        ReadCsv("holidays.csv", csv => new Holiday(
            DateOnly.ParseExact(csv.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            csv.GetString("name"),
            Enum.Parse<HolidayKind>(csv.GetString("kind")),
            csv.GetString("source")
        ));

    /// <summary>The short names of the posts of the annex of 118/2015.</summary>
    public static PostAliases ReadPostAliases() => new(ReadPostAliasLines());

    /// <summary>The same, each with the post it stands for.</summary>
    internal static IReadOnlyList<(string Text, string Post)> ReadPostAliasLines() =>
        ReadCsv("post-aliases.csv", csv => (csv.GetString("alias"), csv.GetString("post")));

    /// <summary>The bodies named in the annex of 118/2015.</summary>
    internal static IReadOnlyList<WorkUnit> ReadWorkUnits() =>
        ReadCsv("work-units.csv", csv => new WorkUnit(csv.GetString("name"), Enum.Parse<WorkUnitCategory>(csv.GetString("category"))));

    /// <summary>The name of the body each row of the annex of 118/2015 belongs to, in the order of the rows.</summary>
    internal static IReadOnlyList<string> ReadWorkUnitOfEachRow() => ReadCsv("positions-2015.csv", csv => csv.GetString("work_unit"));

    private static List<T> ReadCsv<T>(string name, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.Create(Open(name), new CsvReaderOptions(), leaveOpen: false);
        var records = new List<T>();
        csv.ReadHeader();
        while (csv.Read())
        {
            records.Add(read(csv));
        }

        return records;
    }

    private static Stream Open(string name) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream($"Seeds/{name}")
        ?? throw new InvalidOperationException($"The seed {name} is not in the assembly.");

    private sealed record InstructionFile(
        int Number,
        int Year,
        string Subject,
        string AnnexTitle,
        string Authority,
        string Opening,
        string Addressees,
        IReadOnlyList<string> Dicta,
        string Closing,
        string Place,
        DateOnly IssuedOn,
        Signatory Signatory,
        IReadOnlyList<string> Copies
    );
}
