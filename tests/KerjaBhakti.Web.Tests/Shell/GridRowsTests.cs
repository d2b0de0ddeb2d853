using KerjaBhakti.Web.Shell.Parts.Grid;

namespace KerjaBhakti.Web.Tests.Shell;

public class GridRowsTests
{
    private static readonly IReadOnlyList<GridColumn<Post>> Columns =
    [
        new("jabatan", "Jabatan", post => post.Name) { IsMain = true },
        new("skpd", "SKPD", post => post.Unit) { IsChoice = true },
        new("sejak", "Sejak", post => post.Since),
        new("baris", "Baris", post => post.Row) { StartsHidden = true, IsNumber = true },
    ];

    private static readonly IReadOnlyList<Post> Posts =
    [
        new("Kepala Biro Hukum", "Biro Hukum", new DateOnly(2015, 6, 10), 70),
        new("asisten Pemerintahan", "Sekretariat", null, 1),
        new("Kepala Dinas Tata Air", "Dinas Tata Air", new DateOnly(2015, 6, 2), 1_012),
    ];

    [Theory]
    [InlineData("", "Kepala Biro Hukum|asisten Pemerintahan|Kepala Dinas Tata Air")]
    [InlineData("?cari=kepala+air", "Kepala Dinas Tata Air")]
    [InlineData("?cari=10+jun", "Kepala Biro Hukum")]
    [InlineData("?cari=1.012", "Kepala Dinas Tata Air")]
    [InlineData("?pilih.skpd=Biro+Hukum", "Kepala Biro Hukum")]
    [InlineData("?pilih.sejak=2+Jun+2015", "Kepala Biro Hukum|asisten Pemerintahan|Kepala Dinas Tata Air")]
    [InlineData("?urut=jabatan", "asisten Pemerintahan|Kepala Biro Hukum|Kepala Dinas Tata Air")]
    [InlineData("?urut=-jabatan", "Kepala Dinas Tata Air|Kepala Biro Hukum|asisten Pemerintahan")]
    [InlineData("?urut=sejak", "Kepala Dinas Tata Air|Kepala Biro Hukum|asisten Pemerintahan")]
    [InlineData("?urut=-sejak", "Kepala Biro Hukum|Kepala Dinas Tata Air|asisten Pemerintahan")]
    [InlineData("?urut=-baris", "Kepala Dinas Tata Air|Kepala Biro Hukum|asisten Pemerintahan")]
    [InlineData("?urut=tidak-ada&kolom=tidak-ada", "Kepala Biro Hukum|asisten Pemerintahan|Kepala Dinas Tata Air")]
    public void Address_SaysWhichRowsAreShownAndInWhichOrder(string query, string names) =>
        Assert.Equal(names.Split('|'), GridRows.Shown(Posts, Columns, GridState.Read(query)).Select(post => post.Name));

    [Theory]
    [InlineData("", "jabatan skpd sejak")]
    [InlineData("?kolom=baris.sejak", "jabatan sejak baris")]
    [InlineData("?kolom=tidak-ada", "jabatan")]
    public void Address_SaysWhichColumnsAreShown_AndTheMainOneAlwaysIs(string query, string keys) =>
        Assert.Equal(keys.Split(' '), GridRows.Shown(Columns, GridState.Read(query)).Select(column => column.Key));

    [Theory]
    [InlineData("")]
    [InlineData("?cari=a%20%26%20b&urut=-sejak&kolom=baris.skpd&pilih.skpd=Biro%20Hukum")]
    public void State_WrittenAndRead_IsTheSame(string query)
    {
        var state = GridState.Read(query);

        var again = GridState.Read(state.Write("?tahun=2015&cari=lama"));
        Assert.Equal(state.Write(string.Empty), again.Write(string.Empty));
        Assert.StartsWith("?tahun=2015", state.Write("?tahun=2015&cari=lama"), StringComparison.Ordinal);
        Assert.DoesNotContain("lama", state.Write("?cari=lama"), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_TooLong_IsCut() => Assert.Equal(100, GridState.Read($"?cari={new string('a', 500)}").Search.Length);

    [Fact]
    public void Choices_AreTheDifferentValuesInOrder() =>
        Assert.Equal(["Biro Hukum", "Dinas Tata Air", "Sekretariat"], GridRows.ChoicesOf(Posts.Concat(Posts), Columns[1]));

    [Fact]
    public void Sum_RowsThatDoNotCount_AreLeftOut()
    {
        var column = Columns[3] with { IsSummed = true };
        Assert.Equal(1_083, GridRows.SumsOf(Posts, [column])["baris"]);
        Assert.Equal(1_013, GridRows.SumsOf(Posts, [column with { Counts = post => post.Unit != "Biro Hukum" }])["baris"]);
    }

    private sealed record Post(string Name, string Unit, DateOnly? Since, int Row);
}
