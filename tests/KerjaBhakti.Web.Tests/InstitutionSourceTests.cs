using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Web.Tests;

/// <summary>The sources name no institution: whatever does comes from its folder (decision 69).</summary>
public partial class InstitutionSourceTests
{
    // What is true in every Indonesian government: the names of weekdays, the time zones, the titles the law gives to heads.
    private static readonly string[] OfTheCountry = ["DayNames.cs", "LocalZones.cs", "InstitutionReader.cs", "CityKinds.cs"];

    [Fact]
    public void Sources_NameNoInstitutionAndNoWeekdayOfDuty()
    {
        var sources = Sources().ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(
            sources
                .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, Line: line, Number: index + 1)))
                .Where(item => Named().IsMatch(item.Line) && !Comment().IsMatch(item.Line))
                .Select(item => $"{Path.GetFileName(item.file)}:{item.Number}: {item.Line.Trim()}")
        );
    }

    [Theory]
    [InlineData("<p>Pemerintah Provinsi DKI Jakarta</p>")]
    [InlineData("<a href=\"/\">Hari Minggu ini</a>")]
    [InlineData("throw new X(\"bukan hari Minggu\");")]
    [InlineData("$\"Instruksi Gubernur {number}\"")]
    [InlineData("timeZone: \"Asia/Jakarta\"")]
    [InlineData("$\"{time:HH.mm} WIB\"")]
    [InlineData("$\"Ingub {number} Tahun {year}\"")]
    [InlineData("<p>44 kecamatan dalam 6 kota dan kabupaten administrasi.</p>")]
    [InlineData("\"Kota/kabupaten administrasi\"")]
    public void TheReader_FindsWhatNamesOne(string line)
    {
        Assert.Matches(Named(), line);
        Assert.DoesNotMatch(Comment(), line);
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .GetFiles(Source(), "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css" or ".json" or ".webmanifest"
                && !Parts(file).Intersect(["bin", "obj", "Migrations", "Template"]).Any()
                && !OfTheCountry.Contains(Path.GetFileName(file))
            );

    private static string[] Parts(string file) => Path.GetRelativePath(Source(), file).Split(Path.DirectorySeparatorChar);

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src"));

    [GeneratedRegex(
        @"Jakarta|Kepulauan Seribu|\bDKI\b|Gubernur|\bMinggu\b|\bWIB\b|(?i:\bingub\b|(kota|kabupaten) administrasi)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(//|\*|/\*|@\*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
