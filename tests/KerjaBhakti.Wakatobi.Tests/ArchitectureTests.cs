using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests;

public class ArchitectureTests
{
    [Fact]
    public void TheDomain_ReferencesOnlyTheBaseLibrary() =>
        Assert.DoesNotContain(typeof(Rupiah).Assembly.GetReferencedAssemblies(), reference =>
            !reference.Name!.StartsWith("System.", StringComparison.Ordinal)
        );
}
