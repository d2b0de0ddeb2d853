using System.Globalization;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// The books after years nobody thought out: 50 of them, or as many as <c>FUND_RANDOM_YEARS</c> says, in histories of ten. A failure names
/// the seed that repeats its history; <c>FUND_RANDOM_FROM</c> begins with another seed than 1, so that a long run can be made in parts.
/// </summary>
public class FundRandomYearsTests
{
    private const int Length = 10;

    private static int Setting(string name, string otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? otherwise, CultureInfo.InvariantCulture);

    [Fact]
    public async Task AfterAnyYears_EveryRupiahOfTheBankIsSomebodysAndNoneIsGivenTwice()
    {
        var (years, first) = (Setting("FUND_RANDOM_YEARS", "50"), Setting("FUND_RANDOM_FROM", "1"));
        var steps = new Dictionary<string, (int Taken, int Refused)>();
        for (var seed = first; seed < first + Math.Max(1, years / Length); seed++)
        {
            await using var portal = await PortalUnderTest.StartAsync();
            TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
            var history = new FundHistory(portal.Services, seed);
            try
            {
                await history.LiveAsync(Length);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Assert.Fail($"Seed {seed}: {failure}");
            }

            foreach (var (name, (taken, refused)) in history.Steps)
            {
                var sum = steps.GetValueOrDefault(name);
                steps[name] = (sum.Taken + taken, sum.Refused + refused);
            }
        }

        // A history in which a step never happens says nothing of it.
        var report = string.Join("; ", steps.Select(step => $"{step.Key} {step.Value.Taken}/{step.Value.Refused}"));
        TestContext.Current.SendDiagnosticMessage(report);
        Assert.All(FundHistory.Kinds, kind => Assert.True(steps.GetValueOrDefault(kind).Taken > 0, $"{kind}: {report}"));
        Assert.All(FundHistory.Payments, kind => Assert.True(steps.GetValueOrDefault(kind).Refused > 0, $"{kind}: {report}"));
    }
}
