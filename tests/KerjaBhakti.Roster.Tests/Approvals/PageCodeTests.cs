using KerjaBhakti.Roster.Approvals;

namespace KerjaBhakti.Roster.Tests.Approvals;

public class PageCodeTests
{
    private const string Seal = "68b4f5a56e4f8d34b03c04d14355556aa4f9bf63513c4780921316ea0f0e681a";

    // Computed apart from the program: the first 15 hexadecimal digits of `printf '%s:2' SEAL | sha256sum`, in base 32.
    [Theory]
    [InlineData(1, "1VZCPSJK3125")]
    [InlineData(2, "PQRVRM2K23VY")]
    public void Of_APage_IsTheSameForEver(int page, string code) => Assert.Equal(code, PageCode.Of(Seal, page));

    [Fact]
    public void Of_AThousandPages_AreAThousandCodes() =>
        Assert.Equal(1000, Enumerable.Range(1, 1000).Select(page => PageCode.Of(Seal, page)).Distinct().Count());

    [Theory]
    [InlineData("PQRV-RM2K-23VY")]
    [InlineData("pqrvrm2k23vy")]
    [InlineData(" pqrv rm2k 23vy ")]
    [InlineData("PQRV\u2013RM2K\u201423VY")]
    [InlineData("PQRV.RM2K.23VY")]
    [InlineData("\u200BPQRV\u2011RM2K\u221223VY\r\n")]
    [InlineData("\uFF30QRV-RM\uFF12K-23VY")]
    [InlineData("\u0420QRV-R\u041C2\u041A-23VY")]
    public void Read_AsPeopleType_IsTheCode(string typed) => Assert.Equal("PQRVRM2K23VY", PageCode.Read(typed));

    [Fact]
    public void Read_LettersThatLookLikeDigits_AreTheDigits() => Assert.Equal("100111ABCDEF", PageCode.Read("lOoIiL-abcdef"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PQRV-RM2K-23V")]
    [InlineData("PQRV-RM2K-23VYX")]
    [InlineData("PQRV-RM2K-23VU")]
    [InlineData("PQRV-RM2K-23V'")]
    [InlineData("PQRV-RM2K-23V\u00E9")]
    public void Read_WhatCannotBeACode_IsNone(string? typed) => Assert.Null(PageCode.Read(typed));

    [Fact]
    public void Grouped_IsReadBack() => Assert.Equal("PQRV-RM2K-23VY", PageCode.Grouped("PQRVRM2K23VY"));
}
