using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Seeds;

public class RegisterSeedTests
{
    // A label begins with the kind of its body; "Asisten Deputi" comes before "Asisten".
    private static readonly (string Beginning, WorkUnitCategory Category)[] Beginnings =
    [
        ("Asisten Deputi ", WorkUnitCategory.DeputyAssistant),
        ("Asisten ", WorkUnitCategory.Assistant),
        ("Inspektorat", WorkUnitCategory.Inspectorate),
        ("Badan ", WorkUnitCategory.Agency),
        ("Dinas ", WorkUnitCategory.Department),
        ("Satuan Polisi Pamong Praja", WorkUnitCategory.CivilServicePolice),
        ("Kota Administrasi ", WorkUnitCategory.City),
        ("Kabupaten Administrasi ", WorkUnitCategory.City),
        ("Sekretariat ", WorkUnitCategory.Secretariat),
        ("Biro ", WorkUnitCategory.Bureau),
        ("Rumah Sakit ", WorkUnitCategory.Hospital),
    ];

    [Fact]
    public void WorkUnits_OfTheSeed_HaveTheCategoryTheirNameBeginsWith()
    {
        Assert.All(WorkUnits(), unit =>
            Assert.Equal(
                Beginnings.First(known => unit.Name.StartsWith(known.Beginning, StringComparison.Ordinal)).Category,
                Enum.Parse<WorkUnitCategory>(unit.Category)
            )
        );
        Assert.Equal(Enum.GetNames<WorkUnitCategory>().Order(), WorkUnits().Select(unit => unit.Category).Distinct().Order());
    }

    [Fact]
    public void WorkUnits_OfTheSeed_StandOnceEachAndAllServe()
    {
        var names = WorkUnits().Select(unit => unit.Name).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(names.Order(), Positions().Select(position => position.WorkUnit).Distinct().Order());
    }

    [Fact]
    public void Positions_OfTheSeed_GiveEachRowOfTheAnnexItsBody() =>
        Assert.Equal(Seed.Annex.Rows.Select(row => (row.Number!.Value, row.Region?.AsPrinted ?? row.Label)), Positions());

    [Fact]
    public void Kecamatan_OfTheSeed_Are44InSixCities()
    {
        Assert.Equal(44, Seed.Gazetteer.Kecamatan.Count);
        Assert.Equal(
            [
                ("Kepulauan Seribu", 2),
                ("Jakarta Pusat", 8),
                ("Jakarta Utara", 6),
                ("Jakarta Barat", 8),
                ("Jakarta Selatan", 10),
                ("Jakarta Timur", 10),
            ],
            Seed.Gazetteer.Cities.Select(city => (city.ShortName, Seed.Gazetteer.In(city.Code).Count()))
        );
    }

    [Fact]
    public void Kecamatan_OfTheSeed_AreNumberedFromOneInEachCity() =>
        Assert.All(Seed.Gazetteer.Cities, city =>
            Assert.Equal(
                Enumerable.Range(1, Seed.Gazetteer.In(city.Code).Count()).Select(number => $"{city.Code}.{number:D2}"),
                Seed.Gazetteer.In(city.Code).Select(kecamatan => kecamatan.Code.ToString())
            )
        );

    private static IEnumerable<(string Name, string Category)> WorkUnits() =>
        Lines("institutions/dki/units.csv").Select(line => (line[..line.LastIndexOf(',')].Trim('"'), line[(line.LastIndexOf(',') + 1)..]));

    private static IEnumerable<(int Number, string WorkUnit)> Positions() =>
        Lines("institutions/dki/instructions/118-2015.units.csv")
            .Select(line => line.Split(',', 2))
            .Select(fields => (int.Parse(fields[0]), fields[1].Trim('"')));

    private static IEnumerable<string> Lines(string name) => File.ReadLines(Seed.Path(name)).Skip(1);
}
