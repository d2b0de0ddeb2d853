using System.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

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
    ];

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
        return binary || bytes.StartsWith(CompoundFile) || NameOf(bytes) is not null ? Kind.Other : Kind.Text;
    }

    /// <summary>The sentence that refuses a file of <see cref="Kind.Other"/>.</summary>
    public static string Refusal(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(CompoundFile))
        {
            var name = NameOf(bytes) is { } known ? $"Berkas ini {known}, bukan xlsx atau csv" : "Berkas ini bukan xlsx atau csv";
            return $"{name}; unggah tabel yang disimpan sebagai .xlsx atau sebagai CSV UTF-8.";
        }

        return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? "Buku kerja ini dikunci dengan kata sandi; buka di Excel atau LibreOffice, hapus kata sandinya, lalu simpan ulang sebagai .xlsx."
            : "Berkas ini berformat Office lama (.xls), bukan .xlsx; buka di Excel atau LibreOffice lalu simpan ulang sebagai .xlsx.";
    }

    private static string? NameOf(ReadOnlySpan<byte> bytes)
    {
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
