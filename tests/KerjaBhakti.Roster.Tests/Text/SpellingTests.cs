using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Tests.Text;

public class SpellingTests
{
    // Three letters make equal runs and swaps likely.
    private static readonly Gen<string> Words = Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<string> MessyTexts = Gen.Elements('a', 'Z', 'é', ' ', '\t', '\r', '\n', '\0', '\u00a0', '\u2003', '\u0085')
        .ArrayOf()
        .Select(letters => new string(letters));

    [Theory]
    [InlineData(null, "")]
    [InlineData("  \t\r\n ", "")]
    [InlineData("  Pulo \t\n Gadung\u00a0", "Pulo Gadung")]
    [InlineData("Kebayoran\0Baru\u0007", "Kebayoran Baru")]
    [InlineData("\uFEFFPade\u00ADmangan\u200B \u202EKoja\uFE0F", "Pademangan Koja")]
    public void Tidy_WhiteSpaceAndControlCharacters_BecomeSingleSpaces(string? text, string expected) =>
        Assert.Equal(expected, Spelling.Tidy(text));

    [Fact]
    public void Tidy_AnyText_KeepsItsLettersAndIsTidyAlready() => Property.Holds(MessyTexts, text =>
        {
            var tidy = Spelling.Tidy(text);

            Assert.Equal(string.Concat(text.Where(char.IsLetter)), string.Concat(tidy.Where(char.IsLetter)));
            Assert.Equal(tidy, Spelling.Tidy(tidy));
            Assert.DoesNotContain("  ", tidy, StringComparison.Ordinal);
            Assert.Equal(tidy.Trim(), tidy);
        });

    [Fact]
    public void Key_SpellingsThatDifferInCaseAndSpacing_AreOne() =>
        Assert.Equal(Spelling.Key("Pulo Gadung"), Spelling.Key(" pulo\tGADUNG "));

    [Theory]
    [InlineData("pulogadng", "pulogadung", 1)]
    [InlineData("koja", "kjoa", 1)]
    [InlineData("", "koja", 4)]
    [InlineData("koja", "koja", 0)]
    public void Distance_CountsInsertedRemovedReplacedAndSwappedLetters(string left, string right, int expected) =>
        Assert.Equal(expected, Spelling.Distance(left, right, limit: 10));

    [Fact]
    public void Distance_AnyTwoTexts_IsWhatTheDefinitionGives() =>
        Property.Holds(
            from left in Words
            from right in Words
            from limit in Gen.Choose(0, 12)
            select (left, right, limit),
            pair =>
                Assert.Equal(
                    Math.Min(ByDefinition(pair.left, pair.right), pair.limit + 1),
                    Spelling.Distance(pair.left, pair.right, pair.limit)
                ),
            tests: 1000
        );

    [Fact]
    public void Distance_OfVeryLongTexts_IsCountedWithoutOverflowingTheStack()
    {
        var text = new string('a', 1_000_000);

        Assert.Equal(1, Spelling.Distance("b", "a", limit: 0));
        Assert.Equal(3, Spelling.Distance("bbbbbbbb" + text, "cccccccc" + text, limit: 2));
    }

    /// <summary>Optimal string alignment as the recurrence states it, the whole table at once.</summary>
    private static int ByDefinition(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                int[] ways =
                [
                    i == 0 ? j : int.MaxValue,
                    j == 0 ? i : int.MaxValue,
                    i > 0 ? table[i - 1, j] + 1 : int.MaxValue,
                    j > 0 ? table[i, j - 1] + 1 : int.MaxValue,
                    i > 0 && j > 0 ? table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1) : int.MaxValue,
                    i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] ? table[i - 2, j - 2] + 1 : int.MaxValue,
                ];
                table[i, j] = ways.Min();
            }
        }

        return table[left.Length, right.Length];
    }
}
