using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Benchmarks.Rotation;

/// <summary>What proposals are measured on.</summary>
internal static class RotationInputs
{
    /// <summary>93 rotating rows, May to December, the 44 kecamatan of Jakarta, nothing filled.</summary>
    public static RotationRequest Office { get; } = new(Blank(93, Seed.Period), Seed.Gazetteer, RotationWay.New);

    /// <summary>The annex of 2015 as it was issued, to be repaired.</summary>
    public static RotationRequest Repair { get; } = new(Seed.Annex, Seed.Gazetteer, RotationWay.Repair);

    /// <summary>5,000 rows, twelve months, 514 places in 38 groups: the regencies and cities of the whole country by number.</summary>
    public static RotationRequest Country { get; } =
        new(Blank(5_000, new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, 12))), CountryGazetteer(), RotationWay.New);

    private static Annex Blank(int rows, RosterPeriod period) =>
        new(
            period,
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(row => new AnnexRow(row, $"Baris {row}", Region: null, [.. period.Months.Select(_ => AnnexCell.Empty)])),
            ]
        );

    private static Gazetteer CountryGazetteer()
    {
        var places = Enumerable
            .Range(0, 514)
            .Select(index => KecamatanCode.Parse($"{(index % 38) + 1:D2}.01.{(index / 38) + 1:D2}"))
            .ToList();
        return new Gazetteer(
            places.Select(code => code.City).Distinct().Select(code => new City(code, $"Provinsi {code}")),
            places.Select(code => new Kecamatan(code, $"Tempat {code}", []))
        );
    }
}
