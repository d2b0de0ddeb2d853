using KerjaBhakti.Web.Shell.Parts.Charts;

namespace KerjaBhakti.Web.Tests.Shell;

public class ChartAxisTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(11, 5)]
    [InlineData(26, 10)]
    [InlineData(4_133_916_634, 1_000_000_000)]
    [InlineData(9_000_000_000_000_000, 2_000_000_000_000_000)]
    public void Step_OfAnAmount_IsTheSmallestRoundOneThatTakesFiveOrFewer(long largest, long step) =>
        Assert.Equal(step, ChartAxis.StepFor(largest));
}
