using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Tests.Foundation;

public class ReturnPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/roster/jadwal?tahun=2015&q=tata%20air")]
    [InlineData("/wakatobi/klaim/baru?bulan=2024-03")]
    [InlineData("/a//b")]
    public void Read_APathOfThisPortal_IsFollowed(string path) => Assert.Equal(path, ReturnPath.Read(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("roster")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/roster\\..\\..")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\u0000/evil.example")]
    [InlineData("/\u0085/evil.example")]
    [InlineData(" /roster")]
    [InlineData("javascript:alert(1)")]
    public void Read_AnythingElse_IsNot(string? path) => Assert.Null(ReturnPath.Read(path));

    [Fact]
    public void Read_AnOverlongPath_IsNotFollowed() => Assert.Null(ReturnPath.Read($"/{new string('a', ReturnPath.MaxLength)}"));
}
