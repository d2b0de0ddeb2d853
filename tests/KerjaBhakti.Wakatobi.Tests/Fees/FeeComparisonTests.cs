using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeeComparisonTests
{
    private static readonly FeeDecree Other = new(
        "446",
        [new FeeComponent("MERATA", Percent.Parse("50"), FeeMethod.Equal), new FeeComponent("RISIKO", Percent.Parse("50"), FeeMethod.Equal)]
    );

    private static readonly FeeCalculation Before = FeeCalculation.Of(
        new Rupiah(1000),
        Staff.Decree,
        [Staff.In("LANGSUNG", "P1", "1"), Staff.In("LANGSUNG", "P2", "2"), Staff.In("MERATA", "P1")]
    );

    private static readonly FeeCalculation After = FeeCalculation.Of(
        new Rupiah(1100),
        Other,
        [Staff.In("MERATA", "P1") with { Name = "Nama baru" }, Staff.In("RISIKO", "P10")]
    );

    [Fact]
    public void Of_TwoWhatIfs_PairsComponentsAndPeople()
    {
        var comparison = FeeComparison.Of(Before, After);

        Assert.Equal(
            [("LANGSUNG", 600, null, -600), ("MERATA", 400, 550, 150), ("RISIKO", null, 550, 550)],
            comparison.Components.Select(Short)
        );
        Assert.Equal([("P1", 600, 550, -50), ("P10", null, 550, 550), ("P2", 400, null, -400)], comparison.People.Select(Short));
        Assert.Equal((string.Empty, 1000, 1100, 100), Short(comparison.Total));
        Assert.Equal(["Nama baru", "Pegawai P10", "Pegawai P2"], comparison.People.Select(person => person.Name));
    }

    [Fact]
    public void Of_AnyTwo_ChangesSumToTheChangeOfThePools()
    {
        var comparison = FeeComparison.Of(Before, After);

        Assert.Equal(comparison.Total.Change, comparison.Components.Sum(component => component.Change));
        Assert.Equal(comparison.Total.Change, comparison.People.Sum(person => person.Change));
    }

    [Fact]
    public void Of_PreparedDistributions_SaysTheSameAsOfTheirWhatIfs()
    {
        var finance = new Person("k", "Keuangan");
        var prepared = FeeComparison.Of(
            FeeDistribution.Prepare(Before, new Rupiah(5000), finance),
            FeeDistribution.Prepare(After, new Rupiah(5000), finance)
        );

        Assert.Equal(FeeComparison.Of(Before, After).People, prepared.People);
        Assert.Equal(FeeComparison.Of(Before, After).Components, prepared.Components);
    }

    private static (string Code, long? Before, long? After, long Change) Short(FeeDifference difference) =>
        (difference.Code, difference.Before?.Amount, difference.After?.Amount, difference.Change.Amount);
}
