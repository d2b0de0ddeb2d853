using System.Globalization;
using System.Text.Json.Nodes;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Data.Institutions;

/// <summary>
/// Reads what an institution issued before it had a portal: <c>118-2015.json</c> with the words, <c>118-2015.annex.csv</c> with the annex,
/// and <c>118-2015.units.csv</c> with the body each row belongs to.
/// </summary>
internal sealed class EarlierInstructionReader(
    Gazetteer gazetteer,
    IReadOnlyCollection<string> units,
    Func<string, byte[]?> open,
    Action<string, int?, string> note
)
{
    private const string NumberColumn = "No";
    private const string LabelColumn = "Jabatan/SKPD/UKPD";
    private const string UnitColumn = "work_unit";

    /// <summary>The Instructions of these files, the earliest first; those with a mistake are left out.</summary>
    public IReadOnlyList<EarlierInstruction> Read(IReadOnlyList<string> files)
    {
        var found = new List<(string File, EarlierInstruction Instruction)>();
        foreach (var file in files)
        {
            if (Read(file) is not { } instruction)
            {
                continue;
            }

            // One annex in force for each year and for each month, and each number once in its year: the database takes no others.
            var period = instruction.Annex.Period;
            if (found.Find(other => Meet(other.Instruction.Annex.Period, period)) is { File: { } same })
            {
                note(file, null, $"lampiran {period} bertemu dengan {same}; satu tahun dan satu bulan hanya satu lampiran, yang berlaku.");
            }

            var (number, signed) = (instruction.Number, instruction.IssuedOn.Year);
            if (found.Find(other => (other.Instruction.Number, other.Instruction.IssuedOn.Year) == (number, signed)) is { File: { } taken })
            {
                note(file, null, $"nomor {number} tahun {signed} sudah ada dalam {taken}.");
            }

            found.Add((file, instruction));
        }

        return [.. found.Select(item => item.Instruction).OrderBy(instruction => instruction.IssuedOn)];
    }

    private static bool Meet(RosterPeriod one, RosterPeriod other) =>
        one.Year == other.Year || one.Contains(other.First) || other.Contains(one.First);

    private EarlierInstruction? Read(string file)
    {
        if (open(file) is not { } bytes || JsonLines.Read(bytes, (line, problem) => note(file, line, problem)) is not { } json)
        {
            return null;
        }

        var root = json.Root;
        var (number, year) = (json.Number(root, "number"), json.Number(root, "year"));
        var issuedOn = json.DateOrNull(root, "issuedOn");
        var annexYear = json.NumberOrNull(root, "annexYear") ?? year;
        var signatory = json.Part(root, "signatory") ?? new JsonObject();
        var text = new InstructionText
        {
            Subject = json.Text(root, "subject"),
            Authority = json.Text(root, "authority"),
            Opening = json.Text(root, "opening"),
            Addressees = json.Text(root, "addressees"),
            Dicta = json.Texts(root, "dicta"),
            Closing = json.Text(root, "closing"),
            Place = json.Text(root, "place"),
            Signatory = new Signatory(
                json.TextOrNull(signatory, "onBehalfOf") ?? string.Empty,
                json.Text(signatory, "office"),
                json.Text(signatory, "name"),
                json.TextOrNull(signatory, "nip") ?? string.Empty
            ),
            Copies = json.Texts(root, "copies"),
        };
        var title = json.Text(root, "annexTitle");
        json.NoteUnknown();
        if (issuedOn is null)
        {
            json.Note(root["issuedOn"] ?? root, "\"issuedOn\" harus tanggal penetapan.");
            return null;
        }

        if (issuedOn.Value.Year != year)
        {
            json.Note(root["year"], $"\"year\" harus tahun \"issuedOn\", {issuedOn.Value.Year}.");
        }

        if (Math.Abs(annexYear - year) > 1)
        {
            json.Note(root["annexYear"], "\"annexYear\" harus tahun penetapan, tahun sebelumnya, atau tahun sesudahnya.");
        }

        var stem = file[..^".json".Length];
        var rowUnits = ReadUnits($"{stem}.units.csv");
        return ReadAnnex($"{stem}.annex.csv", annexYear, rowUnits.Count) is { } annex
            ? new EarlierInstruction(text, number, issuedOn.Value, title, annex, rowUnits)
            : null;
    }

    private List<string> ReadUnits(string file)
    {
        var names = new List<string>();
        foreach (var line in Table(file, ["number", UnitColumn], []).Lines)
        {
            names.Add(line[UnitColumn]);
            if (!units.Contains(line[UnitColumn]))
            {
                note(file, line.Number, $"'{line[UnitColumn]}' tidak ada dalam units.csv.");
            }
        }

        return names;
    }

    private Annex? ReadAnnex(string file, int year, int unitRows)
    {
        var (head, lines) = Table(file, [NumberColumn, LabelColumn], more: null);
        if (head.Count == 0 || PeriodOf(file, head.Skip(2).ToList(), year) is not { } period)
        {
            return null;
        }

        if (lines.Count != unitRows)
        {
            note(file, null, $"{lines.Count} baris, padahal berkas units.csv di sampingnya {unitRows}.");
            return null;
        }

        return new Annex(period, [.. lines.Select(line => RowOf(file, line, head))]);
    }

    private RosterPeriod? PeriodOf(string file, List<string> months, int year)
    {
        var numbers = months.ConvertAll(RosterMonth.NumberOf);
        if (year is < 2000 or > 2198)
        {
            note(file, 1, $"tahun {year} tidak dapat dipakai; harus antara 2000 dan 2198.");
            return null;
        }

        if (numbers.Count is 0 or > RosterPeriod.MostMonths || numbers[0] is not { } first)
        {
            note(
                file,
                1,
                "sesudah dua kolom pertama harus ada nama bulan tanpa tahun, paling banyak dua belas. "
                    + "Tahun bulan pertama ditulis sebagai \"annexYear\" bila bukan tahun penetapan."
            );
            return null;
        }

        if (numbers.Index().FirstOrDefault(month => month.Item != ((first - 1 + month.Index) % 12) + 1) is { Index: > 0 } odd)
        {
            note(file, 1, $"kolom '{months[odd.Index]}' bukan bulan sesudah '{months[odd.Index - 1]}'.");
            return null;
        }

        var begin = new RosterMonth(year, first);
        return new RosterPeriod(begin, begin.Plus(numbers.Count - 1));
    }

    private AnnexRow RowOf(string file, CsvLine line, IReadOnlyList<string> head)
    {
        int? number = null;
        if (int.TryParse(line[NumberColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var printed))
        {
            number = printed;
        }
        else
        {
            note(file, line.Number, $"nomor '{line[NumberColumn]}' bukan bilangan.");
        }

        List<string> texts = [.. head.Skip(2).Select(month => line[month])];
        if (gazetteer.FindCityByName(texts[0]) is { } city)
        {
            return new AnnexRow(number, line[LabelColumn], new AnnexRegion(city.Code, texts[0]), [.. texts.Select(_ => AnnexCell.Empty)]);
        }

        foreach (var text in texts.Where(written => gazetteer.FindByName(written) is null))
        {
            note(file, line.Number, $"'{text}' bukan kecamatan dari districts.csv.");
        }

        return new AnnexRow(
            number,
            line[LabelColumn],
            Region: null,
            [.. texts.Select(text => new AnnexCell(text, gazetteer.FindByName(text)?.Code))]
        );
    }

    private (IReadOnlyList<string> Head, IReadOnlyList<CsvLine> Lines) Table(
        string file,
        IReadOnlyList<string> needed,
        IReadOnlyList<string>? more
    ) => open(file) is { } bytes ? CsvLines.Read(bytes, needed, more, (line, problem) => note(file, line, problem)) : ([], []);
}
