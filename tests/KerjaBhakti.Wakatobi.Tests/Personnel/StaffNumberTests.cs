using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Personnel;

public class StaffNumberTests
{
    [Theory]
    [InlineData("196804111993031009", "19680411 199303 1 009")]
    [InlineData("196804111993031009", "'196804111993031009")]
    [InlineData("196804111993031009", "196804111993031009\u200b")]
    [InlineData("196804111993031009", "196804111993031009\u00a0")]
    [InlineData("0007", "7")]
    public void KeyOf_TwoSpellingsOfOneNumber_AreTheSame(string one, string other) =>
        Assert.Equal(StaffNumber.KeyOf(one), StaffNumber.KeyOf(other));

    [Theory]
    [InlineData("P-001", "P-01")]
    [InlineData("7", "70")]
    [InlineData("0", "1")]
    [InlineData("a1", "A1")]
    public void KeyOf_TwoNumbers_AreDifferent(string one, string other) =>
        Assert.NotEqual(StaffNumber.KeyOf(one), StaffNumber.KeyOf(other));

    [Theory]
    [InlineData("1.96804E+17", true)]
    [InlineData("1,96804E+17", true)]
    [InlineData("2e5", true)]
    [InlineData("E17", false)]
    [InlineData("196804111993031009", false)]
    public void IsRounded_WhatASpreadsheetMadeOfANumber_IsKnown(string number, bool rounded) =>
        Assert.Equal(rounded, StaffNumber.IsRounded(number));
}
