using FsCheck;
using FsCheck.Fluent;

namespace KerjaBhakti.Roster.Tests;

/// <summary>
/// Checks what must hold for every generated value. A failure names the smallest value found and the seed that repeats the run.
/// </summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> values, Action<T> check, int tests = 200) => Holds(values.ToArbitrary(), check, tests);

    /// <summary>As <see cref="Holds{T}(Gen{T}, Action{T}, int)"/>; a failing list is shortened to the elements that matter.</summary>
    public static void HoldsForLists<T>(Gen<T> elements, Action<IReadOnlyList<T>> check, int tests = 200) =>
        Holds(Arb.From(elements.ListOf().Select(list => list.ToArray()), WithoutOne), check, tests);

    private static void Holds<T>(Arbitrary<T> values, Action<T> check, int tests) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(values, check));

    private static IEnumerable<T[]> WithoutOne<T>(T[] list) =>
        Enumerable.Range(0, list.Length).Select(left => list.Where((_, index) => index != left).ToArray());
}
