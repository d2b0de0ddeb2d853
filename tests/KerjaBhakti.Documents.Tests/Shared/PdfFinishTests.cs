using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Shared;

public partial class PdfFinishTests
{
    private static readonly byte[] File = AnnexPdf.Write(new AnnexPrint(Seed.Annex, Seed.AnnexTitle, Seed.Instruction));
    private static readonly string Text = Encoding.Latin1.GetString(File);

    [Fact]
    public void Rewrite_EveryCompressedStream_EndsInItsChecksum()
    {
        var streams = CompressedStream()
            .Matches(Text)
            .Select(match =>
                File.AsMemory(match.Index + match.Length, int.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture))
            )
            .ToArray();
        Assert.True(streams.Length >= 7, "A content stream for each page, a font, a colour profile.");
        Assert.All(streams, stream =>
        {
            using var content = new MemoryStream();
            using (var zlib = new ZLibStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress))
            {
                zlib.CopyTo(content);
            }

            Assert.Equal(Adler32(content.ToArray()), BinaryPrimitives.ReadUInt32BigEndian(stream.Span[^4..]));
        });
    }

    [Fact]
    public void Rewrite_EveryEntryOfTheCrossReferenceTable_PointsAtItsObject()
    {
        var entries = Entry().Matches(Text).ToArray();
        Assert.NotEmpty(entries);
        Assert.All(entries.Index(), entry =>
        {
            var offset = int.Parse(entry.Item.Groups["offset"].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith($"{entry.Index + 1} 0 obj", Text[offset..(offset + 20)], StringComparison.Ordinal);
        });
    }

    private static uint Adler32(byte[] bytes)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }

    [GeneratedRegex(
        @"<<[^>]*/Length (?<length>\d+)[^>]*/FlateDecode[^>]*>>\s*stream\n|<<[^>]*/FlateDecode[^>]*/Length (?<length>\d+)[^>]*>>\s*stream\n",
        RegexOptions.CultureInvariant,
        5000
    )]
    private static partial Regex CompressedStream();

    [GeneratedRegex(@"^(?<offset>\d{10}) 00000 n", RegexOptions.CultureInvariant | RegexOptions.Multiline, 5000)]
    private static partial Regex Entry();
}
