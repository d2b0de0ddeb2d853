using System.Text.Json;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The annex of 2015 and its Instruction as the sheet tests need them, from <c>seeds/data</c>.</summary>
internal static class SheetSeed
{
    public static Gazetteer Gazetteer { get; } = ReadGazetteer();

    /// <summary>The text of <c>annex-2015.csv</c> with the line ends of RFC 4180, whatever the checkout made of them.</summary>
    public static string Csv { get; } = string.Concat(ReadLines("annex-2015.csv").Select(line => line + "\r\n"));

    /// <summary>The rows of the annex as text: ten fields each, header excluded. Parsed here by hand, not by the code under test.</summary>
    public static IReadOnlyList<string[]> Table { get; } = [.. ReadLines("annex-2015.csv").Skip(1).Select(Split)];

    public static Annex Annex { get; } = Build(2015, 5, 12, Table, new DateOnly(2015, 6, 1));

    public static AnnexPrint Print { get; } = ReadPrint();

    /// <summary>An annex from rows of text, resolved as an import resolves them.</summary>
    public static Annex Build(int year, int firstMonth, int lastMonth, IEnumerable<string[]> table, DateOnly? date = null) => new(
        new RosterPeriod(new RosterMonth(year, firstMonth), new RosterMonth(year, lastMonth)), [.. table.Select(BuildRow)], date);

    public static AnnexRow BuildRow(string[] fields)
    {
        var number = fields[0].Length == 0 ? (int?)null : int.Parse(fields[0]);
        return Gazetteer.FindCityByName(fields[2]) is { } city && fields.Skip(3).All(field => field.Length == 0)
            ? new AnnexRow(number, fields[1], new AnnexRegion(city.Code, fields[2]), [.. fields.Skip(2).Select(_ => AnnexCell.Empty)])
            : new AnnexRow(number, fields[1], Region: null, [.. fields.Skip(2).Select(text => new AnnexCell(text, Gazetteer.FindByName(text)?.Code))]);
    }

    /// <summary>Every value of an annex as text, for comparing two of them with a readable difference.</summary>
    public static IEnumerable<string> Describe(Annex annex) => annex.Rows
        .Select(row => string.Join(" | ", row.Cells
            .Select(cell => $"{cell.AsPrinted} [{cell.Kecamatan}]")
            .Prepend($"{row.Region?.City} {row.Region?.AsPrinted}")
            .Prepend(row.Label)
            .Prepend(row.Number?.ToString() ?? "-")))
        .Prepend($"{annex.Period}, {annex.InstructionDate}");

    public static AnnexFile Read(byte[] bytes, string fileName = "berkas", int? year = null) =>
        AnnexReader.Read(new MemoryStream(bytes), fileName, Gazetteer, year, defaultYear: 2030);

    private static IEnumerable<string> ReadLines(string name) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds", "data", name));

    private static string[] Split(string line)
    {
        var quoted = line.Split('"');
        return quoted.Length == 1 ? line.Split(',') : [quoted[0].TrimEnd(','), quoted[1], .. quoted[2][1..].Split(',')];
    }

    private static Gazetteer ReadGazetteer()
    {
        var lines = ReadLines("kecamatan.csv").Skip(1).Select(line => line.Split(',')).ToList();
        return new Gazetteer(
            lines.Select(line => new City(KecamatanCode.Parse(line[0]).City, line[1])).Distinct(),
            lines.Select(line => new Kecamatan(KecamatanCode.Parse(line[0]), line[2], line[3].Split(';', StringSplitOptions.RemoveEmptyEntries))));
    }

    private static AnnexPrint ReadPrint()
    {
        using var json = JsonDocument.Parse(string.Join('\n', ReadLines("instruction-118-2015.json")));
        var root = json.RootElement;
        string Text(string name) => root.GetProperty(name).GetString()!;
        var signatory = root.GetProperty("signatory").Deserialize<Signatory>(JsonSerializerOptions.Web)!;
        var instruction = new Instruction(118, 2015, Text("subject"), new DateOnly(2015, 6, 1), Text("place"), signatory) { Authority = Text("authority") };
        return new AnnexPrint(Annex, Text("annexTitle"), instruction);
    }
}
