using System.Runtime.CompilerServices;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Web.Tests;

public class InvisibleCharactersTests
{
    [Fact]
    public void TheBrowser_HasTheServersListOfWhatCannotBeSeen() =>
        Assert.Contains($"/[{Spelling.Invisible}]/g", File.ReadAllText(Script()), StringComparison.Ordinal);

    private static string Script([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "KerjaBhakti.Web", "wwwroot", "grid", "text.js");
}
