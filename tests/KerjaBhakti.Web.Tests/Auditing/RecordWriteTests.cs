using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Tests.Auditing;

/// <summary>
/// Records that the trail proves are changed through the tracker, from which the trail learns what they are. A statement that changes rows
/// past it would be reported as tampering.
/// </summary>
public class RecordWriteTests
{
    // Written again by the same save, through the tracker: the database lets only one annex of a year be in force.
    private static readonly string[] WrittenAgain = ["Schedules"];

    [Fact]
    public void Program_ChangesRowsPastTheTracker_OnlyOfTablesTheTrailDoesNotProve()
    {
        using var db = RecordProofTests.Open(Path.Combine(Path.GetTempPath(), "model.db"), readOnly: true);
        var proved = typeof(PortalDbContext)
            .GetProperties()
            .Where(set => set.PropertyType.IsGenericType && set.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Where(set => !RecordCoverage.Exceptions.ContainsKey(set.PropertyType.GenericTypeArguments[0]))
            .Select(set => set.Name)
            .Except(WrittenAgain)
            .ToList();
        Assert.Contains("JournalEntries", proved);
        var found = new List<string>();
        var statements = 0;
        foreach (var file in Directory.GetFiles(Source(), "*.cs", SearchOption.AllDirectories).Where(IsOurs))
        {
            var text = File.ReadAllText(file);
            foreach (Match call in Regex.Matches(text, "ExecuteUpdateAsync|ExecuteDeleteAsync", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                statements++;
                var statement = text[(text.LastIndexOfAny([';', '{', '}'], call.Index) + 1)..call.Index];
                found.AddRange(
                    proved
                        .Where(set => Regex.IsMatch(statement, $@"\b{set}\b", RegexOptions.None, TimeSpan.FromSeconds(5)))
                        .Select(set => $"{Path.GetFileName(file)}: {set}")
                );
            }
        }

        Assert.True(statements > 5);
        Assert.Empty(found);
    }

    private static bool IsOurs(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Source([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "src");
}
