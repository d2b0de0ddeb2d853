using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Districts;

public class CodeTests
{
    // Mostly codes with one thing wrong; now and then a right one.
    private static readonly Gen<string> NearlyCodes =
        from characters in Gen.Elements("0123456789.٣ -\0".ToCharArray()).ArrayOf(8)
        from dotted in Gen.Elements(true, true, true, false)
        from length in Gen.Choose(0, 8)
        let text = new string([.. characters.Select((character, index) => dotted && index is 2 or 5 ? '.' : character)])
        select length < 4 ? text : text[..length];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3175")]
    [InlineData("31.7")]
    [InlineData("31.755")]
    [InlineData("31-75")]
    [InlineData("3a.75")]
    [InlineData(" 31.75")]
    [InlineData("٣١.٧٥")]
    public void TryParse_WhatIsNoCityCode_IsRefused(string? text)
    {
        Assert.False(CityCode.TryParse(text, out var code));
        Assert.Equal(string.Empty, code.ToString());
        Assert.Throws<FormatException>(() => CityCode.Parse(text!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("31.75")]
    [InlineData("31.75.2")]
    [InlineData("31.75.002")]
    [InlineData("31.75-02")]
    [InlineData("3175.02.")]
    [InlineData("31.75.0٢")]
    [InlineData("31.75.02 ")]
    public void TryParse_WhatIsNoKecamatanCode_IsRefused(string? text)
    {
        Assert.False(KecamatanCode.TryParse(text, out var code));
        Assert.Equal(string.Empty, code.ToString());
        Assert.Throws<FormatException>(() => KecamatanCode.Parse(text!));
    }

    [Fact]
    public void TryParse_AnyText_IsReadExactlyWhereItHasTheFormAndIsWrittenBackAlike() =>
        Property.Holds(
            NearlyCodes,
            text =>
            {
                Assert.Equal(IsCode(text, pairs: 2), CityCode.TryParse(text, out var city));
                Assert.Equal(IsCode(text, pairs: 2) ? text : string.Empty, city.ToString());
                Assert.Equal(IsCode(text, pairs: 3), KecamatanCode.TryParse(text, out var kecamatan));
                Assert.Equal(IsCode(text, pairs: 3) ? text : string.Empty, kecamatan.ToString());
            },
            tests: 2000
        );

    [Fact]
    public void City_OfAKecamatanCode_IsItsFirstTwoParts() => Assert.Equal(CityCode.Parse("31.75"), KecamatanCode.Parse("31.75.02").City);

    [Fact]
    public void CompareTo_Codes_OrdersThemAsTheMinistryListsThem()
    {
        var codes = Seed.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Code).ToList();

        Assert.Equal(codes.OrderBy(code => code.ToString(), StringComparer.Ordinal), codes.Order());
        Assert.True(default(KecamatanCode).CompareTo(codes[0]) < 0);
        Assert.True(default(CityCode).CompareTo(codes[0].City) < 0);
    }

    [Theory]
    [InlineData("Kota Administrasi Jakarta Timur", "Jakarta Timur")]
    [InlineData("Kabupaten Administrasi Kepulauan Seribu", "Kepulauan Seribu")]
    public void ShortName_OfACity_LeavesOutTheKindOfBody(string name, string expected) =>
        Assert.Equal(expected, new City(CityCode.Parse("31.01"), name).ShortName);

    private static bool IsCode(string text, int pairs)
    {
        var parts = text.Split('.');
        return parts.Length == pairs && parts.All(part => part.Length == 2 && part.All(character => character is >= '0' and <= '9'));
    }
}
