using System.Globalization;
using System.Text.Json.Nodes;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Data.Institutions;

/// <summary>Reads the folder of an institution once, and notes every mistake rather than stopping at the first.</summary>
internal sealed class InstitutionReader(string path)
{
    private const string Main = "institution.json";
    private const string Districts = "districts.csv";
    private const string Map = "map.csv";
    private const string UnitFile = "units.csv";
    private const string AliasFile = "aliases.csv";
    private const string HolidayFolder = "holidays";
    private const string InstructionFolder = "instructions";

    // Of the columns they are stored in.
    private const int DistrictLength = 100;
    private const int DistrictAliasesLength = 500;
    private const int NameLength = 200;

    private readonly List<InstitutionMistake> mistakes = [];

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<InstitutionMistake> Mistakes => mistakes;

    /// <summary>The folder; null, with mistakes, where it cannot be used.</summary>
    public InstitutionFolder? Read()
    {
        if (!Directory.Exists(path))
        {
            mistakes.Add(new InstitutionMistake(path, Line: null, "folder ini tidak ada."));
            return null;
        }

        var gazetteer = ReadDistricts();
        var institution = ReadInstitution(gazetteer);
        var units = ReadUnits();
        var earlier =
            gazetteer is null
                ? []
                : new EarlierInstructionReader(gazetteer, [.. units.Select(unit => unit.Name)], Open, Note).Read(
                    FilesIn(InstructionFolder, "*.json")
                );
        var folder = new InstitutionFolder
        {
            Path = path,
            Institution = institution!,
            Gazetteer = gazetteer!,
            Map = ReadMap(gazetteer),
            Units = units,
            Aliases = [],
            Holidays = ReadHolidays(),
            Instructions = earlier,
        };
        folder = folder with { Aliases = ReadAliases(folder.Posts) };
        return mistakes.Count == 0 ? folder : null;
    }

    private Institution? ReadInstitution(Gazetteer? gazetteer)
    {
        if (Open(Main) is not { } bytes || JsonLines.Read(bytes, (line, problem) => Note(Main, line, problem)) is not { } json)
        {
            return null;
        }

        var root = json.Root;
        var id = json.Text(root, "id");
        if (id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-')))
        {
            json.Note(root["id"], "\"id\" hanya boleh memuat huruf latin, angka, titik, dan tanda hubung.");
        }

        var kind = json.Choice<InstitutionKind>(root, "kind");
        var head = json.Part(root, "head");
        var title = head is null ? string.Empty : json.Text(head, "title");
        var code = head is null ? string.Empty : json.Text(head, "instrumentCode");
        if (title.Length > 0 && !TitlesOf(kind).Contains(title))
        {
            json.Note(head!["title"], $"\"title\" untuk jenis ini harus {string.Join(" atau ", TitlesOf(kind))}, bukan '{title}'.");
        }

        var institution = new Institution
        {
            Id = id,
            Kind = kind,
            Names = ReadNames(json, title),
            Head = new HeadOfGovernment(title, code),
            Secretary = json.Part(root, "secretary") is { } secretary ? json.Text(secretary, "title") : string.Empty,
            Time = ReadTime(json),
            DutyDay = ReadDutyDay(json),
            FarCity = ReadFarCity(json, gazetteer),
            HasAdministrativeCities = gazetteer?.Cities.Any(city => city.IsAdministrative()) == true,
            Links = ReadLinks(json),
        };
        json.NoteUnknown();
        return institution;
    }

    private static CityCode? ReadFarCity(JsonLines json, Gazetteer? gazetteer)
    {
        if (json.TextOrNull(json.Root, "farCity") is not { } text)
        {
            return null;
        }

        if (CityCode.TryParse(text, out var code) && (gazetteer is null || gazetteer.Cities.Any(city => city.Code == code)))
        {
            return code;
        }

        json.Note(json.Root["farCity"], $"\"farCity\" harus kode kabupaten/kota dari {Districts}, bukan '{text}'.");
        return null;
    }

    private static string[] TitlesOf(InstitutionKind kind) =>
        kind switch
        {
            InstitutionKind.Province => ["Gubernur"],
            InstitutionKind.Regency => ["Bupati"],
            InstitutionKind.City => ["Wali Kota", "Walikota"],
        };

    private static List<InstitutionName> ReadNames(JsonLines json, string title)
    {
        var names = new List<InstitutionName>();
        foreach (var item in json.List<JsonObject>(json.Root, "names"))
        {
            var name = new InstitutionName(
                json.Text(item, "full"),
                json.Text(item, "short"),
                json.Text(item, "headOffice"),
                json.DateOrNull(item, "from"),
                json.DateOrNull(item, "to"),
                json.TextOrNull(item, "source") ?? string.Empty
            );
            if (name.HeadOffice.Length > 0 && title.Length > 0 && !name.HeadOffice.StartsWith($"{title} ", StringComparison.Ordinal))
            {
                json.Note(item["headOffice"], $"\"headOffice\" harus diawali '{title} '.");
            }

            if (name.To < name.From)
            {
                json.Note(item["to"], "\"to\" mendahului \"from\".");
            }

            foreach (var field in new[] { "full", "short", "headOffice" })
            {
                if (json.TextOrNull(item, field) is { Length: > NameLength })
                {
                    json.Note(item[field], $"\"{field}\" paling panjang {NameLength} huruf.");
                }
            }

            if (names is [.., var before] && (name.From is null || name.From != before.To?.AddDays(1)))
            {
                json.Note(
                    item["from"] ?? item,
                    "\"from\" harus tanggal sesudah \"to\" nama sebelumnya: nama-nama berurutan tanpa sela dan tanpa tumpang tindih."
                );
            }

            names.Add(name);
        }

        if (names.Count == 0 && json.Root["names"] is JsonArray { Count: 0 } none)
        {
            json.Note(none, "\"names\" harus memuat paling sedikit satu nama.");
        }

        return names;
    }

    private static LocalTime ReadTime(JsonLines json)
    {
        if (json.Part(json.Root, "timeZone") is not { } from)
        {
            return new LocalTime(TimeZoneInfo.Utc, string.Empty);
        }

        var (id, abbreviation) = (json.Text(from, "id"), json.Text(from, "abbreviation"));
        if (LocalZones.Find(id, abbreviation) is { } zone)
        {
            return new LocalTime(zone, abbreviation);
        }

        if (id.Length > 0 && abbreviation.Length > 0)
        {
            json.Note(
                from["abbreviation"],
                LocalZones.Known.Contains(abbreviation)
                    ? $"zona waktu '{id}' bukan {abbreviation}."
                    : $"\"abbreviation\" harus {string.Join(", ", LocalZones.Known)}, bukan '{abbreviation}'."
            );
        }

        return new LocalTime(TimeZoneInfo.Utc, abbreviation);
    }

    private static DutyDay ReadDutyDay(JsonLines json)
    {
        if (json.Part(json.Root, "dutyDay") is not { } from)
        {
            return new DutyDay(DayOfWeek.Sunday, string.Empty);
        }

        var weekday = json.Choice<DayOfWeek>(from, "weekday");
        return new DutyDay(weekday, json.TextOrNull(from, "name") ?? DayNames.Of(weekday));
    }

    private static InstitutionLinks ReadLinks(JsonLines json)
    {
        if (json.PartOrNull(json.Root, "links") is not { } from)
        {
            return new InstitutionLinks();
        }

        Uri? jdih = null;
        if (json.TextOrNull(from, "jdih") is { } address)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out jdih) || jdih.Scheme is not ("https" or "http"))
            {
                json.Note(from["jdih"], "\"jdih\" harus alamat seperti https://jdih.example.go.id/.");
            }
        }

        var contact = json.PartOrNull(from, "contact") ?? new JsonObject();
        return new InstitutionLinks
        {
            Jdih = jdih,
            PrivacyOfficer = json.TextOrNull(from, "privacyOfficer"),
            Office = json.TextOrNull(contact, "office"),
            Address = json.TextOrNull(contact, "address"),
            Email = json.TextOrNull(contact, "email"),
            Phone = json.TextOrNull(contact, "phone"),
            Hours = json.TextOrNull(contact, "hours"),
        };
    }

    private Gazetteer? ReadDistricts()
    {
        var before = mistakes.Count;
        var cities = new Dictionary<CityCode, string>();
        var kecamatan = new List<Kecamatan>();
        var spellings = new Dictionary<string, int>();
        foreach (var line in Table(Districts, ["code", "city", "name", "aliases"], []))
        {
            if (!KecamatanCode.TryParse(line["code"], out var code))
            {
                Note(Districts, line.Number, $"kode '{line["code"]}' bukan kode kecamatan Kementerian Dalam Negeri; bentuknya 00.00.00.");
                continue;
            }

            if (kecamatan.Exists(other => other.Code == code))
            {
                Note(Districts, line.Number, $"kode {code} sudah tertulis di atas.");
            }

            if (line["city"].Trim().Length == 0 || line["name"].Trim().Length == 0)
            {
                Note(Districts, line.Number, "kolom \"city\" dan \"name\" harus berisi.");
                continue;
            }

            if (line["city"].Length > DistrictLength || line["name"].Length > DistrictLength)
            {
                Note(Districts, line.Number, $"kolom \"city\" dan \"name\" paling panjang {DistrictLength} huruf.");
            }

            if (line["aliases"].Length > DistrictAliasesLength)
            {
                Note(Districts, line.Number, $"kolom \"aliases\" paling panjang {DistrictAliasesLength} huruf.");
            }

            if (cities.TryGetValue(code.City, out var known) && known != line["city"])
            {
                Note(Districts, line.Number, $"{code.City} di atas bernama '{known}', di sini '{line["city"]}'.");
            }

            if (
                cities.TryAdd(code.City, line["city"])
                && cities.Any(city => city.Key != code.City && Spelling.Key(city.Value) == Spelling.Key(line["city"]))
            )
            {
                Note(Districts, line.Number, $"'{line["city"]}' di atas mempunyai kode lain daripada {code.City}.");
            }

            var item = new Kecamatan(code, line["name"], line["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries));
            foreach (var spelling in item.Aliases.Prepend(item.Name))
            {
                if (!spellings.TryAdd(Spelling.Key(spelling), line.Number))
                {
                    Note(Districts, line.Number, $"nama '{spelling}' sudah tertulis di baris {spellings[Spelling.Key(spelling)]}.");
                }
            }

            kecamatan.Add(item);
        }

        if (mistakes.Count == before && kecamatan.Count == 0)
        {
            Note(Districts, line: null, "belum memuat kecamatan.");
        }

        return mistakes.Count > before ? null : new Gazetteer(cities.Select(city => new City(city.Key, city.Value)), kecamatan);
    }

    private PlaceMap ReadMap(Gazetteer? gazetteer)
    {
        var cities = new Dictionary<CityCode, PlaceTile>();
        var kecamatan = new Dictionary<KecamatanCode, PlaceTile>();
        var taken = new List<(string Within, string Code, PlaceTile Tile)>();
        if (gazetteer is null || !File.Exists(Path.Combine(path, Map)))
        {
            return new PlaceMap(cities, kecamatan);
        }

        foreach (var line in Table(Map, ["code", "column", "row"], ["columns", "rows"]))
        {
            var tile = new PlaceTile(Size(line, "column"), Size(line, "row"), Size(line, "columns", 1), Size(line, "rows", 1));
            if (tile.Column + tile.Columns - 1 > PlaceTile.Last || tile.Row + tile.Rows - 1 > PlaceTile.Last)
            {
                Note(Map, line.Number, $"petak melewati kolom atau baris {PlaceTile.Last}.");
            }

            var isKnown =
                CityCode.TryParse(line["code"], out var city) && gazetteer.Cities.Any(item => item.Code == city)
                    ? cities.TryAdd(city, tile)
                    : KecamatanCode.TryParse(line["code"], out var code)
                        && gazetteer.Find(code) is not null
                        && kecamatan.TryAdd(code, tile);
            if (!isKnown)
            {
                Note(Map, line.Number, $"'{line["code"]}' bukan kode dari {Districts}, atau sudah tertulis di atas.");
                continue;
            }

            // Cities lie beside each other, the kecamatan of a city within it.
            var within = KecamatanCode.TryParse(line["code"], out var district) ? district.City.ToString() : string.Empty;
            if (taken.Find(other => other.Within == within && other.Tile.Covers(tile)) is { Code: { } covered })
            {
                Note(Map, line.Number, $"petak ini menutupi petak {covered}.");
            }

            taken.Add((within, line["code"], tile));
        }

        return new PlaceMap(cities, kecamatan);
    }

    private int Size(CsvLine line, string column, int? otherwise = null)
    {
        if (line[column].Length == 0 && otherwise is { } missing)
        {
            return missing;
        }

        var isNumber = int.TryParse(line[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number is >= 1 and <= PlaceTile.Last)
        {
            return number;
        }

        Note(Map, line.Number, $"\"{column}\" harus bilangan 1 sampai {PlaceTile.Last}, bukan '{line[column]}'.");
        return 1;
    }

    private List<(string Name, WorkUnitCategory Category)> ReadUnits()
    {
        var units = new List<(string Name, WorkUnitCategory Category)>();
        foreach (var line in Table(UnitFile, ["name", "category"], []))
        {
            var name = line["name"];
            if (name.Trim().Length is 0 or > WorkUnit.NameLength)
            {
                Note(UnitFile, line.Number, $"nama satuan kerja harus berisi, paling panjang {WorkUnit.NameLength} huruf.");
            }
            else if (units.Exists(unit => unit.Name == name))
            {
                Note(UnitFile, line.Number, $"'{name}' sudah tertulis di atas.");
            }
            else if (!Enum.GetNames<WorkUnitCategory>().Contains(line["category"]))
            {
                Note(
                    UnitFile,
                    line.Number,
                    $"kategori '{line["category"]}' harus salah satu dari {string.Join(", ", Enum.GetNames<WorkUnitCategory>())}."
                );
            }
            else
            {
                units.Add((name, Enum.Parse<WorkUnitCategory>(line["category"])));
            }
        }

        return units;
    }

    private List<(string Text, string Post)> ReadAliases(IReadOnlyList<string> posts)
    {
        var aliases = new List<(string Text, string Post)>();
        var keys = new HashSet<string>();
        foreach (var line in File.Exists(Path.Combine(path, AliasFile)) ? Table(AliasFile, ["alias", "post"], []) : [])
        {
            try
            {
                var alias = new PostAlias(line["alias"], line["post"], posts);
                if (!keys.Add(alias.Key))
                {
                    Note(AliasFile, line.Number, $"singkatan '{line["alias"]}' sudah tertulis di atas.");
                }

                aliases.Add((line["alias"], line["post"]));
            }
            catch (RosterRefusedException refusal)
            {
                Note(AliasFile, line.Number, refusal.Message);
            }
        }

        return aliases;
    }

    private List<Holiday> ReadHolidays()
    {
        var holidays = new List<Holiday>();
        foreach (var file in FilesIn(HolidayFolder, "*.csv"))
        {
            var year = Path.GetFileNameWithoutExtension(file);
            foreach (var line in Table(file, ["date", "name", "kind", "source"], []))
            {
                if (
                    !DateOnly.TryParseExact(line["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    || date.Year.ToString(CultureInfo.InvariantCulture) != year
                )
                {
                    Note(file, line.Number, $"'{line["date"]}' bukan tanggal tahun {year} seperti {year}-05-01.");
                }
                else if (holidays.Exists(holiday => holiday.Date == date))
                {
                    Note(file, line.Number, $"tanggal {line["date"]} sudah tertulis di atas; satu tanggal satu baris.");
                }
                else if (!Enum.GetNames<HolidayKind>().Contains(line["kind"]))
                {
                    var kinds = string.Join(" atau ", Enum.GetNames<HolidayKind>());
                    Note(file, line.Number, $"\"kind\" harus {kinds}, bukan '{line["kind"]}'.");
                }
                else
                {
                    AddHoliday(holidays, file, line, date);
                }
            }
        }

        return holidays;
    }

    private void AddHoliday(List<Holiday> holidays, string file, CsvLine line, DateOnly date)
    {
        try
        {
            holidays.Add(new Holiday(date, line["name"], Enum.Parse<HolidayKind>(line["kind"]), line["source"]));
        }
        catch (RosterRefusedException refusal)
        {
            Note(file, line.Number, refusal.Message);
        }
    }

    private IReadOnlyList<CsvLine> Table(string file, IReadOnlyList<string> needed, IReadOnlyList<string> more)
    {
        if (Open(file) is not { } bytes)
        {
            return [];
        }

        var before = mistakes.Count;
        var (head, lines) = CsvLines.Read(bytes, needed, more, (line, problem) => Note(file, line, problem));

        // Without its columns every line would be wrong.
        return mistakes.Count > before && needed.Except(head).Any() ? [] : lines;
    }

    private IReadOnlyList<string> FilesIn(string folder, string pattern)
    {
        var whole = Path.Combine(path, folder);
        return Directory.Exists(whole)
            ? [.. Directory.GetFiles(whole, pattern).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)]
            : [];
    }

    private byte[]? Open(string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(path, file));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            Note(file, line: null, "berkas ini belum ada.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Note(file, line: null, $"tidak dapat dibaca: {failure.Message}");
        }

        return null;
    }

    private void Note(string file, int? line, string problem) => mistakes.Add(new InstitutionMistake(file, line, problem));
}
