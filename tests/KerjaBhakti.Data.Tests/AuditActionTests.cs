using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;

namespace KerjaBhakti.Data.Tests;

public partial class AuditActionTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    /// <summary>The codes as they stand in the sources of the classes that own them.</summary>
    public static TheoryData<string> Codes =>
        [
            .. Directory
                .GetFiles(DataProject(), "*Actions.cs", SearchOption.AllDirectories)
                .SelectMany(file => Code().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["code"].Value),
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryAction_IsFoundByItsCode_AndSpeaksIndonesianOfWhatItIsAbout(string code)
    {
        var action = AuditActions.Find(code);

        Assert.NotNull(action);
        var entry = new AuditEntry(new Actor("a", "Sari"), Now, action, "s", "Klaim Maret")
        {
            Field = "2015-05",
            Before = "semula sekali",
            After = "menjadi lain",
        };
        var sentence = action.SentenceOf(entry);
        Assert.DoesNotContain(code, sentence, StringComparison.Ordinal);
        Assert.True(
            ((string[])["Klaim Maret", "semula sekali", "menjadi lain", "naskah"]).Any(word =>
                sentence.Contains(word, StringComparison.Ordinal)
            ),
            sentence
        );
    }

    [Fact]
    public void Cell_FilledEmptiedOrChanged_IsSaidInThreeWays()
    {
        Assert.Equal("mengisi Mei Dinas: Cakung", Said(string.Empty, "Cakung"));
        Assert.Equal("mengosongkan Mei Dinas: semula Cakung", Said("Cakung", string.Empty));
        Assert.Equal("mengubah Mei Dinas: Cakung → Ciracas", Said("Cakung", "Ciracas"));
    }

    private static string Said(string before, string after) =>
        RosterActions.Cell.SentenceOf(
            new AuditEntry(new Actor("a", "Sari"), Now, RosterActions.Cell, "s", "Dinas")
            {
                Field = "2015-05",
                Before = before,
                After = after,
            }
        );

    private static string DataProject([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "KerjaBhakti.Data");

    [GeneratedRegex(@"new\(\s*""(?<code>[a-z]+\.[a-z-]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Code();
}
