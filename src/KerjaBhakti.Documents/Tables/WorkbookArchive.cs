using System.IO.Compression;

namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// Weighs a workbook before any library unpacks it. Sizes in a zip's directory can lie, so everything is decompressed once and counted;
/// after that nothing that is read can be larger than what was counted.
/// </summary>
internal static class WorkbookArchive
{
    private const long MostBytes = 64L * 1024 * 1024;

    // A sheet of real cells unpacks to ten or thirty times its size; only one text or tag repeated without end comes near a thousand.
    private const long MostRatio = 100;
    private const long FreeBytes = 1024 * 1024;
    private const int MostEntries = 1000;

    // What names and connects the parts is held in memory as objects, many times its size. A real workbook has a few KiB of it.
    private const long MostStructureBytes = 1024 * 1024;

    /// <summary>Unpacks every entry once, counting, before a library opens the file.</summary>
    /// <exception cref="TableUnreadableException">It is no workbook, or it unpacks to more than an annex can need.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static void RequireModest(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
        {
            throw new TableUnreadableException(
                $"Berkas xlsx memuat lebih dari {MostEntries} bagian; salin tabelnya ke buku kerja baru lalu simpan ulang."
            );
        }

        RequireWorkbook(archive);
        var left = Math.Min(MostBytes, FreeBytes + (MostRatio * bytes.Length));
        foreach (var entry in archive.Entries)
        {
            left -= Measure(entry, IsStructure(entry.FullName) ? Math.Min(left, MostStructureBytes) : left);
        }
    }

    private static void RequireWorkbook(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.bin") is not null)
        {
            throw new TableUnreadableException("Buku kerja ini berformat biner (.xlsb); simpan ulang dari Excel sebagai .xlsx.");
        }

        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            throw new TableUnreadableException(
                archive.GetEntry("content.xml") is not null
                    ? "Berkas ini dokumen OpenDocument (.ods), bukan .xlsx; simpan ulang dari LibreOffice sebagai .xlsx."
                    : "Berkas ini arsip zip, bukan buku kerja xlsx; unggah tabel yang disimpan sebagai .xlsx atau sebagai CSV UTF-8."
            );
        }

        if (archive.GetEntry("word/document.xml") is not null || archive.GetEntry("ppt/presentation.xml") is not null)
        {
            throw new TableUnreadableException(
                "Berkas ini dokumen Word atau PowerPoint, bukan buku kerja xlsx; salin tabelnya ke Excel lalu simpan sebagai .xlsx."
            );
        }
    }

    private static bool IsStructure(string name) =>
        name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private static long Measure(ZipArchiveEntry entry, long most)
    {
        var size = entry.Length;
        if (size <= most)
        {
            using var content = entry.Open();
            var buffer = new byte[81920];
            int count;
            for (size = 0; size <= most && (count = content.Read(buffer)) > 0;)
            {
                size += count;
            }
        }

        return size <= most
            ? size
            : throw new TableUnreadableException(
                "Berkas xlsx mengembang menjadi lebih dari 64 MB, atau lebih dari seratus kali besarnya, saat dibuka; salin tabelnya ke buku kerja baru lalu simpan ulang."
            );
    }
}
