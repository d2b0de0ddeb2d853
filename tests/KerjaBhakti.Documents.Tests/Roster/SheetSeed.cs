using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The annex of 2015 and its Instruction as the sheet tests need them, from <c>seeds/</c>.</summary>
internal static class SheetSeed
{
    public static Gazetteer Gazetteer => Seed.Gazetteer;

    /// <summary>The text of <c>annex-2015.csv</c> with the line ends of RFC 4180, whatever the checkout made of them.</summary>
    public static string Csv { get; } = string.Concat(File.ReadLines(Seed.AnnexFile).Select(line => line + "\r\n"));

    /// <summary>The rows of the annex as text: ten fields each, header excluded.</summary>
    public static IReadOnlyList<string[]> Table { get; } = [.. Seed.Table.Skip(1)];

    public static Annex Annex => Seed.Annex;

    public static AnnexPrint Print { get; } = new(Seed.Annex, Seed.AnnexTitle, Seed.Instruction);

    /// <summary>An annex from rows of text, resolved as an import resolves them.</summary>
    public static Annex Build(int year, int firstMonth, int lastMonth, IEnumerable<string[]> table, DateOnly? date = null) =>
        new(new RosterPeriod(new RosterMonth(year, firstMonth), new RosterMonth(year, lastMonth)), [.. table.Select(BuildRow)], date);

    public static AnnexRow BuildRow(string[] fields)
    {
        var number = fields[0].Length == 0 ? (int?)null : int.Parse(fields[0]);
        return Gazetteer.FindCityByName(fields[2]) is { } city && fields.Skip(3).All(field => field.Length == 0)
            ? new AnnexRow(number, fields[1], new AnnexRegion(city.Code, fields[2]), [.. fields.Skip(2).Select(_ => AnnexCell.Empty)])
            : new AnnexRow(
                number,
                fields[1],
                Region: null,
                [.. fields.Skip(2).Select(text => new AnnexCell(text, Gazetteer.FindByName(text)?.Code))]
            );
    }

    /// <summary>Every value of an annex as text, for comparing two of them with a readable difference.</summary>
    public static IEnumerable<string> Describe(Annex annex) =>
        annex
            .Rows.Select(row =>
                string.Join(
                    " | ",
                    row.Cells.Select(cell => $"{cell.AsPrinted} [{cell.Kecamatan}]")
                        .Prepend($"{row.Region?.City} {row.Region?.AsPrinted}")
                        .Prepend(row.Label)
                        .Prepend(row.Number?.ToString() ?? "-")
                )
            )
            .Prepend($"{annex.Period}, {annex.InstructionDate}");

    public static AnnexFile Read(byte[] bytes, string fileName = "berkas", int? year = null) =>
        AnnexReader.Read(new MemoryStream(bytes), fileName, Gazetteer, year, defaultYear: 2030);
}
