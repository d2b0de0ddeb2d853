using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests;

public class ArchitectureTests
{
    [Fact]
    public void TheDomain_ReferencesOnlyTheBaseLibrary() =>
        Assert.DoesNotContain(typeof(Schedule).Assembly.GetReferencedAssemblies(), reference =>
            !reference.Name!.StartsWith("System.", StringComparison.Ordinal)
        );
}
