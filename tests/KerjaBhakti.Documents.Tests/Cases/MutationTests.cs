using System.IO.Compression;
using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Documents.Tests.Roster;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;

namespace KerjaBhakti.Documents.Tests.Cases;

/// <summary>
/// The case files, changed by chance: every reader reads them or refuses them in a sentence, with bounded memory, and loses no assignment
/// without a word. A few hundred from a fixed seed; <c>CASE_MUTATIONS=10000</c> in the environment makes a long run of the same.
/// </summary>
public sealed class MutationTests
{
    private const int Seed = 20151118;
    private const long MostAllocated = 256L * 1024 * 1024;

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("CASE_MUTATIONS"), out var count) ? count : 500;

    private static readonly string[] Pieces =
    [
        "\"",
        ";",
        ",",
        "\t",
        "\r",
        "\n",
        "\0",
        "\uFEFF",
        "\u200B",
        "_x0041_",
        "&#0;",
        "<v>",
        "</c>",
        "&lt;",
        "1E9",
        "-",
        "(3)",
        "#REF!",
        "Jumlah",
        "Mei",
        "VI",
        "99999999999999999999",
        "31/02/2015",
    ];

    [Fact]
    public void AnyReader_OfAMutatedFile_ReadsOrRefuses()
    {
        var random = new Random(Seed);
        var files = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"))
            .Where(path =>
                Path.GetFileName(path)[0] is 'a' or 'b' or 'c' or 'd' or 'h' or 'w' && !path.EndsWith("cases.tsv", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        for (var index = 0; index < Count; index++)
        {
            var bytes = Mutate(files[random.Next(files.Count)], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Tries(index, () => CaseFiles.Annex(bytes, "lampiran-2016"));
            Tries(index, () => OfficialsFile.Read(bytes));
            Tries(index, () => ClaimFile.Read(bytes, Regulation9Of2024.Services));
            Tries(index, () => StaffPointsFile.ReadCsv(bytes));
            Tries(index, () => StaffPointsFile.ReadText(StaffPointsFile.ToText(bytes).Text));
            Assert.True(
                GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated,
                $"mutation {index} took {(GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / 1024} MiB"
            );
        }
    }

    [Fact]
    public void Scan_OfAMutatedFile_IsReadOrRefused()
    {
        var random = new Random(Seed);
        string[] ids = ["f01", "f11", "f20", "f22", "f23"];
        for (var index = 0; index < Count / 10; index++)
        {
            var bytes = Flip(CaseFiles.Read(ids[index % ids.Length]), random);
            Tries(index, () => ScannedPdf.Read(bytes));
        }
    }

    /// <summary>
    /// Furniture of every kind, at chance places of a table: the same four rows are read, or what keeps them from it is said.
    /// </summary>
    [Fact]
    public void Annex_WithFurnitureAnywhere_LosesNoAssignment()
    {
        var random = new Random(Seed);
        for (var index = 0; index < Count; index++)
        {
            var rows = Furnished(random);
            var bytes =
                random.Next(2) == 0
                    ? Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(';', row))))
                    : SheetFiles.Workbook(rows);
            var outcome = CaseFiles.Annex(bytes, "lampiran-2016");
            var assigned = outcome.File?.Annex.Rows.SelectMany(row => row.Cells).Count(cell => cell.Kecamatan is not null);

            Assert.True(
                outcome.Refusal is not null || assigned == 12,
                $"table {index}: {assigned} assignments were read and nothing was said: {string.Join(" / ", rows.Select(row => string.Join(';', row)))}"
            );
        }
    }

    private static List<string[]> Furnished(Random random)
    {
        List<string[]> rows =
        [
            ["No", "Jabatan/SKPD/UKPD", "Mei", "Juni", "Juli"],
            ["1", "Dinas Contoh Satu", "Gambir", "Senen", "Menteng"],
            ["2", "Badan Contoh Dua", "Tebet", "Cilandak", "Pancoran"],
            ["3", "Biro Contoh Tiga", "Koja", "Cilincing", "Pademangan"],
            ["4", "Bagian Contoh Empat", "Matraman", "Cakung", "Ciracas"],
        ];
        string[][] furniture =
        [
            ["", "", "", "", ""],
            ["I", "SEKRETARIAT DAERAH", "", "", ""],
            ["", "DINAS DAN BADAN", "", "", ""],
            ["A.", "", "", "", ""],
            ["", "Jumlah", "4", "4", "4"],
            ["1", "2", "3", "4", "5"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["No", "Jabatan/SKPD/UKPD", "Mei", "Juni", "Juli"],
            ["", "", "", "", "GUBERNUR CONTOH,"],
            ["Catatan: dapat berubah", "", "", "", ""],
        ];
        var count = random.Next(1, 4);
        for (var added = 0; added < count; added++)
        {
            rows.Insert(random.Next(rows.Count + 1), furniture[random.Next(furniture.Length)]);
        }

        return rows;
    }

    private static void Tries(int index, Action read)
    {
        try
        {
            read();
        }
        catch (Exception refusal) when (refusal is TableUnreadableException or FundRefusedException or ScanRefusedException)
        {
            Assert.True(refusal.Message.Length is > 10 and < 20_000, $"mutation {index}: '{refusal.Message}' says nothing");
        }
    }

    private static byte[] Mutate(byte[] file, Random random) =>
        random.Next(4) == 0 || !file.AsSpan().StartsWith("PK"u8) ? Flip(file, random) : MutateParts(file, random);

    /// <summary>Bytes changed, cut off, put in or doubled.</summary>
    private static byte[] Flip(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var change = random.Next(1, 6); change > 0 && bytes.Count > 1; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A workbook whose parts were changed and packed again, so that what is wrong is met behind the archive.</summary>
    private static byte[] MutateParts(byte[] file, Random random)
    {
        using var changed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var opened = entry.Open())
                {
                    opened.CopyTo(content);
                }

                var isCells =
                    entry.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase)
                    || entry.FullName.Contains("sharedStrings", StringComparison.Ordinal);
                using var written = to.CreateEntry(entry.FullName).Open();
                written.Write(isCells ? Flip(content.ToArray(), random) : content.ToArray());
            }
        }

        return changed.ToArray();
    }
}
