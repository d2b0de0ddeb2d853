using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace KerjaBhakti.Documents.Tables;

/// <summary>Text files: UTF-8, or UTF-16 that begins with a byte order mark, as Excel's "Unicode Text" does. Nothing is guessed.</summary>
internal static class TextContent
{
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);

    /// <summary>The text of the file, without its byte order mark.</summary>
    /// <exception cref="TableUnreadableException">The bytes are no text in these encodings; says where.</exception>
    /// <param name="bytes">The file.</param>
    /// <param name="utf8Only">Whether UTF-16 is refused as well, where a form says so.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, bool utf8Only = false) =>
        IsUtf16(bytes) && !utf8Only ? DecodeUtf16(bytes) : DecodeUtf8(bytes);

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var characters = new char[bytes.Length];
        return
            Utf8.ToUtf16(bytes[mark..], characters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? new string(characters, 0, written)
            : throw new TableUnreadableException(
                $"Berkas CSV tidak berenkode UTF-8 (byte ke-{mark + read + 1}); simpan ulang dari Excel atau LibreOffice sebagai \"CSV UTF-8\"."
            );
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new TableUnreadableException(
                $"Berkas teks UTF-16 rusak (byte ke-{invalid.Index + 3}); simpan ulang dari Excel atau LibreOffice sebagai \"CSV UTF-8\".",
                invalid
            );
        }
    }
}
