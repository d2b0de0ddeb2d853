using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Tests.Roster;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Cases;

/// <summary>
/// Files in the shape of public bug reports, from <c>tests/Cases</c>: <c>cases.tsv</c> names each with its source and says what is right.
/// </summary>
internal static class CaseFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>Id, source and file of every case whose id begins with one of the letters; the test's name shows them.</summary>
    public static TheoryData<string, string> Of(string letters)
    {
        var data = new TheoryData<string, string>();
        foreach (
            var fields in File.ReadLines(Path.Combine(Folder, "cases.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(fields => letters.Contains(fields[0][0], StringComparison.Ordinal))
        )
        {
            data.Add(fields[0], fields[1]);
        }

        return data;
    }

    public static string PathOf(string id) =>
        Directory
            .EnumerateFiles(Folder, $"{id}*")
            .Single(path => path.EndsWith(id, StringComparison.Ordinal) || Path.GetFileName(path)[id.Length] is '-' or '.');

    public static byte[] Read(string id) => File.ReadAllBytes(PathOf(id));

    public static string Text(string id) => File.ReadAllText(PathOf(id));

    /// <summary>What the commands do with the file of an annex.</summary>
    public static AnnexOutcome Annex(string id) => Annex(Read(id), Path.GetFileName(PathOf(id)));

    public static AnnexOutcome Annex(byte[] bytes, string name)
    {
        try
        {
            var file = AnnexReader
                .Read(new MemoryStream(bytes), name, SheetSeed.Gazetteer, year: 2016, defaultYear: 2016)
                .InFull(Seed.Aliases);
            var preview = ImportPreview.Of(
                file.ToSource(),
                ImportTarget.NewDraft(file.Annex.Period),
                EmptyCells.Keep,
                SheetSeed.Gazetteer,
                CancellationToken.None
            );
            return new AnnexOutcome(file, new AnnexAuditor(SheetSeed.Gazetteer).Audit(file.Annex), preview, null);
        }
        catch (TableUnreadableException refusal)
        {
            return new AnnexOutcome(null, [], null, refusal.Message);
        }
    }
}

/// <summary>What became of the file of an annex.</summary>
internal sealed record AnnexOutcome(AnnexFile? File, IReadOnlyList<Finding> Findings, ImportPreview? Preview, string? Refusal)
{
    public IReadOnlyList<string> Errors =>
        [.. Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Error).Select(finding => finding.Message)];

    public IReadOnlyList<string> Problems => Preview is null ? [] : [.. Preview.Rows.SelectMany(row => row.Problems)];

    /// <summary>Whether an import takes it.</summary>
    public bool IsTaken => Preview?.CanBeStored == true;

    /// <summary>Everything that is said of it.</summary>
    public string Said =>
        string.Join(
            '\n',
            [
                .. Refusal is null ? Array.Empty<string>() : [Refusal],
                .. File?.Remarks ?? [],
                .. File?.UnusedHeads ?? [],
                .. Problems,
                .. Errors,
            ]
        );
}
