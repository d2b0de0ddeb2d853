namespace KerjaBhakti.Wakatobi.Tests;

/// <summary>What is refused, and with which words.</summary>
internal static class Refused
{
    public static void With(string problem, Action action) => Assert.Equal([problem], Assert.Throws<FundRefusedException>(action).Problems);

    public static void With(string problem, Func<object?> action) =>
        Assert.Equal([problem], Assert.Throws<FundRefusedException>(action).Problems);

    public static void With(IReadOnlyList<string> problems, Func<object?> action) =>
        Assert.Equal(problems, Assert.Throws<FundRefusedException>(action).Problems);
}
