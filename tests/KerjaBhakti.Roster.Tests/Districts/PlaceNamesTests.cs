using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Districts;

public class PlaceNamesTests
{
    [Theory]
    [InlineData("Kec. Gambir", "Gambir")]
    [InlineData("Kec.Gambir", "Gambir")]
    [InlineData("kecamatan  tebet", "Tebet")]
    [InlineData("Tj. Priok", "Tanjung Priok")]
    [InlineData("Tg.Priok", "Tanjung Priok")]
    [InlineData("Kec. Kep. Seribu Utara", "Kepulauan Seribu Utara")]
    public void FindByName_AsOfficesShortenNames_IsTheKecamatan(string text, string name) =>
        Assert.Equal(name, Seed.Gazetteer.FindByName(text)?.Name);

    [Theory]
    [InlineData("Keb. Baru", "Kebayoran Baru")]
    [InlineData("Klp. Gading", "Kelapa Gading")]
    [InlineData("Mp. Prapatan", "Mampang Prapatan")]
    [InlineData("'Gambir", "Gambir")]
    [InlineData("\"Matraman\"", "Matraman")]
    public void Nearest_OfAShortenedName_IsSuggestedFirst(string text, string name)
    {
        Assert.Null(Seed.Gazetteer.FindByName(text));
        Assert.Equal(name, Seed.Gazetteer.Nearest(text)[0].Name);
    }

    [Theory]
    [InlineData("Walikota Jakarta Barat", "31.73")]
    [InlineData("Jakbar", "31.73")]
    [InlineData("Seluruh Kecamatan di Jakarta Barat", "31.73")]
    [InlineData("Kab. Adm. Kep. Seribu", "31.01")]
    public void GuessCity_OfOneCity_IsThatCity(string text, string code) =>
        Assert.Equal(code, Seed.Gazetteer.GuessCity(text)?.Code.ToString());

    [Theory]
    [InlineData("DKI Jakarta")]
    [InlineData("Kota Administrasi Jakarta Barat dan Jakarta Utara")]
    [InlineData("Gambir")]
    public void GuessCity_OfNoneOrSeveral_IsNone(string text) => Assert.Null(Seed.Gazetteer.GuessCity(text));
}
