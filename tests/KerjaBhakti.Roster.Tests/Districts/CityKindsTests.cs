using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Tests.Districts;

public class CityKindsTests
{
    [Theory]
    [InlineData("Kota Administrasi Jakarta Timur", true, "Jakarta Timur")]
    [InlineData("Kabupaten Administrasi Kepulauan Seribu", true, "Kepulauan Seribu")]
    [InlineData("Kabupaten Wakatobi", false, "Kabupaten Wakatobi")]
    public void ACity_IsAdministrative_WhereItsNameSaysSo(string name, bool isAdministrative, string shortName)
    {
        var city = new City(CityCode.Parse("74.07"), name);

        Assert.Equal((isAdministrative, shortName), (city.IsAdministrative(), city.ShortName));
    }

    [Fact]
    public void Words_OfARegency_SayNothingOfJakarta()
    {
        Assert.Equal("kota dan kabupaten administrasi", CityKinds.Words(areAdministrative: true, "dan"));
        Assert.Equal("kabupaten/kota", CityKinds.Words(areAdministrative: false, "dan"));
    }
}
