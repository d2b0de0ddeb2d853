using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Districts;

public class GazetteerTests
{
    private static readonly City East = new(CityCode.Parse("31.75"), "Kota Administrasi Jakarta Timur");

    [Fact]
    public void FindByName_EverySpelling_FindsItsKecamatan() =>
        Assert.All(Seed.Gazetteer.Kecamatan, kecamatan =>
            Assert.All(kecamatan.Aliases.Prepend(kecamatan.Name), name => Assert.Same(kecamatan, Seed.Gazetteer.FindByName(name)))
        );

    [Theory]
    [InlineData("Pulo Gadung", "31.75.02")]
    [InlineData("pulogadung", "31.75.02")]
    [InlineData("  PULO \t gadung ", "31.75.02")]
    [InlineData("Palmerah", "31.73.07")]
    [InlineData("Kramat\u00a0Jati", "31.75.04")]
    public void FindByName_AliasCaseAndSpacing_DoNotMatter(string text, string code) =>
        Assert.Equal(code, Seed.Gazetteer.FindByName(text)?.Code.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Pulogadng")]
    [InlineData("Jakarta Timur")]
    [InlineData("Koja, Cilincing")]
    public void FindByName_WhatIsNoSpelling_FindsNothing(string? text) => Assert.Null(Seed.Gazetteer.FindByName(text));

    [Fact]
    public void FindCityByName_TheOfficialName_FindsTheCity()
    {
        Assert.Equal(East.Code, Seed.Gazetteer.FindCityByName("kota administrasi  JAKARTA TIMUR")?.Code);
        Assert.Null(Seed.Gazetteer.FindCityByName("Jakarta Timur"));
        Assert.Null(Seed.Gazetteer.FindCityByName(null));
    }

    [Fact]
    public void Find_ByCode_FindsItOrNothing()
    {
        var koja = KecamatanCode.Parse("31.72.03");

        Assert.Equal("Koja", Seed.Gazetteer.Find(koja)?.Name);
        Assert.Equal("Koja", Seed.Gazetteer[koja].Name);
        Assert.Null(Seed.Gazetteer.Find(KecamatanCode.Parse("31.72.99")));
        Assert.Null(Seed.Gazetteer.Find(default));
        Assert.Throws<KeyNotFoundException>(() => Seed.Gazetteer[KecamatanCode.Parse("31.72.99")]);
        Assert.Throws<KeyNotFoundException>(() => Seed.Gazetteer[CityCode.Parse("31.99")]);
    }

    [Fact]
    public void In_ACity_AreItsKecamatanByCode() =>
        Assert.Equal(
            ["Penjaringan", "Tanjung Priok", "Koja", "Cilincing", "Pademangan", "Kelapa Gading"],
            Seed.Gazetteer.In(CityCode.Parse("31.72")).Select(kecamatan => kecamatan.Name)
        );

    [Theory]
    [InlineData("Pulogadng", "Pulogadung")]
    [InlineData("kelapa  gadnig", "Kelapa Gading")]
    [InlineData("Palmera", "Pal Merah")]
    [InlineData("Kebayoran Bru", "Kebayoran Baru")]
    public void Nearest_AMisspeltName_ComesFirst(string text, string expected) =>
        Assert.Equal(expected, Seed.Gazetteer.Nearest(text)[0].Name);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Xyzzy")]
    [InlineData("Gubernur Provinsi")]
    public void Nearest_Nonsense_IsNothing(string text) => Assert.Empty(Seed.Gazetteer.Nearest(text));

    [Fact]
    public void Nearest_ATextTooLongForAName_IsNothing() => Assert.Empty(Seed.Gazetteer.Nearest(new string('a', 100_000)));

    [Fact]
    public void Nearest_ANameWithOneLetterLost_IsAmongThoseSuggestedOnce() =>
        Property.Holds(
            from name in Gen.Elements(Seed.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Name).ToArray())
            from at in Gen.Choose(0, name.Length - 1)
            select (name, misspelt: name.Remove(at, 1)),
            pair =>
            {
                var nearest = Seed.Gazetteer.Nearest(pair.misspelt).Select(kecamatan => kecamatan.Name).ToList();

                Assert.Contains(pair.name, nearest);
                Assert.Equal(nearest.Distinct(), nearest);
                Assert.InRange(nearest.Count, 1, 3);
            }
        );

    [Fact]
    public void Create_ASpellingThatStandsTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Gazetteer([East], [Named("31.75.01", "Koja"), Named("31.75.02", " koja")]));
        Assert.Throws<ArgumentException>(() => new Gazetteer([East], [Named("31.75.01", "Koja"), Named("31.75.02", "Makasar", "Koja")]));
    }

    [Fact]
    public void Create_ACodeThatStandsTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Gazetteer([East], [Named("31.75.01", "Koja"), Named("31.75.01", "Makasar")]));
        Assert.Throws<ArgumentException>(() => new Gazetteer([East, East with { Name = "Kota lain" }], []));
        Assert.Throws<ArgumentException>(() => new Gazetteer([East, East with { Code = CityCode.Parse("31.74") }], []));
    }

    [Fact]
    public void Create_AKecamatanOfACityThatIsNotGiven_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Gazetteer([East], [Named("31.72.03", "Koja")]));

        Assert.Contains("Koja (31.72.03)", refusal.Message, StringComparison.Ordinal);
    }

    private static Kecamatan Named(string code, string name, params string[] aliases) => new(KecamatanCode.Parse(code), name, aliases);
}
