using System.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>What a file is, told from its first bytes.</summary>
internal static class FileContent
{
    // The first bytes of files people pick by mistake, and what those files are called.
    private static readonly (byte[] Start, string Name)[] OtherFiles =
    [
        ("%PDF-"u8.ToArray(), "PDF"),
        ([0x89, .. "PNG"u8], "gambar PNG"),
        ([0xFF, 0xD8, 0xFF], "gambar JPEG"),
        ("GIF8"u8.ToArray(), "gambar GIF"),
        ("{\\rtf"u8.ToArray(), "dokumen RTF"),
        ("Rar!"u8.ToArray(), "arsip RAR"),
        ([0x1F, 0x8B], "arsip gzip"),
        ([0x37, 0x7A, 0xBC, 0xAF], "arsip 7-Zip"),
        ("RIFF"u8.ToArray(), "gambar WebP atau rekaman"),
        ("MIME-Version:"u8.ToArray(), Archive),
        ("{\""u8.ToArray(), "data JSON"),
    ];

    private const string Archive = "arsip halaman web (MHTML), sering bernama .xls";

    // Far enough for a declaration, a style sheet's beginning and the first tag.
    private const int Beginning = 2048;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The kinds of files told apart.</summary>
    public enum Kind
    {
        /// <summary>A zip archive, which a workbook is.</summary>
        Workbook,

        /// <summary>Perhaps text.</summary>
        Text,

        /// <summary>Neither; <see cref="Refusal"/> says what.</summary>
        Other,
    }

    public static Kind Recognize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8))
        {
            return Kind.Workbook;
        }

        // UTF-16 is full of zero bytes and says so at its start; any other text has none.
        var binary = !TextContent.IsUtf16(bytes) && bytes.Contains((byte)0);
        return binary || bytes.StartsWith(CompoundFile) || NameOf(bytes) is not null || MarkupOf(bytes) is not null
            ? Kind.Other
            : Kind.Text;
    }

    /// <summary>The sentence that refuses a file of <see cref="Kind.Other"/>: what it is and what to do.</summary>
    public static string Refusal(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(CompoundFile))
        {
            return Contains(bytes, "EncryptedPackage")
                    ? "Buku kerja ini dikunci dengan kata sandi; buka di Excel atau LibreOffice, hapus kata sandinya, lalu simpan ulang sebagai .xlsx."
                : Contains(bytes, "WordDocument")
                    ? "Berkas ini dokumen Word lama (.doc), bukan .xlsx; salin tabelnya ke Excel lalu simpan sebagai .xlsx."
                : "Berkas ini berformat Office lama (.xls), bukan .xlsx; buka di Excel atau LibreOffice lalu simpan ulang sebagai .xlsx.";
        }

        if (MarkupOf(bytes) is { } markup)
        {
            return $"Berkas ini {markup}, bukan xlsx atau csv; buka di Excel atau LibreOffice lalu simpan ulang sebagai .xlsx.";
        }

        if (NameOf(bytes) is { } known)
        {
            return $"Berkas ini {known}, bukan xlsx atau csv; unggah tabel yang disimpan sebagai .xlsx atau sebagai CSV UTF-8.";
        }

        return LooksLikeUtf16(bytes)
            ? "Berkas ini teks UTF-16 tanpa tanda awal (BOM), sehingga bukan xlsx atau csv yang dapat dibaca; simpan ulang dari Excel atau LibreOffice sebagai \"CSV UTF-8\"."
            : $"Berkas ini bukan xlsx atau csv (ada byte nol pada byte ke-{bytes.IndexOf((byte)0) + 1}); unggah tabel yang disimpan sebagai .xlsx atau sebagai CSV UTF-8.";
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    // Letters of Latin script have a zero byte beside them, always on the same side.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, 256) / 2 * 2;
        for (var at = 0; at < length; at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }

        return length >= 8 && Math.Max(even, odd) * 3 > length && Math.Min(even, odd) * 20 < length;
    }

    /// <summary>What a file of markup is, which programs of offices save under the name of a workbook; null where it is none.</summary>
    private static string? MarkupOf(ReadOnlySpan<byte> bytes)
    {
        var beginning = bytes[..Math.Min(bytes.Length, Beginning)];
        var text = (TextContent.IsUtf16(bytes) ? (bytes[0] == 0xFE ? Encoding.BigEndianUnicode : Encoding.Unicode) : Encoding.UTF8)
            .GetString(beginning)
            .TrimStart('\uFEFF', '\uFFFE', ' ', '\t', '\r', '\n');
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return Archive;
        }

        if (!text.StartsWith('<'))
        {
            return null;
        }

        if (
            text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.OrdinalIgnoreCase)
            || text.Contains("Excel.Sheet\"", StringComparison.Ordinal)
        )
        {
            return "buku kerja XML lama (SpreadsheetML 2003)";
        }

        string[] html = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div", "<center", "<tr", "<!--"];
        return Array.Exists(html, tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase)) ? "halaman web (HTML), sering bernama .xls"
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "dokumen XML"
            : null;
    }

    private static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return "gambar HEIC atau AVIF, atau rekaman";
        }

        foreach (var (start, name) in OtherFiles)
        {
            if (bytes.StartsWith(start))
            {
                return name;
            }
        }

        return null;
    }
}
