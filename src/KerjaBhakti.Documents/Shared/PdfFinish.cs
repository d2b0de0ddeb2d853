using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KerjaBhakti.Documents.Shared;

/// <summary>
/// Puts right what PDFsharp 6.5.0 writes and offers no way to change before it is written, by copying the file object by object:
/// compressed streams lack their checksum (a checker warns of each); the metadata claim PDF/A-1 in a PDF 1.7 file and do not escape the
/// title; identifiers and the prefixes of font names are random, so that the same document would never be the same file twice.
/// </summary>
internal static partial class PdfFinish
{
    private const string StreamStart = "stream\n";

    /// <summary>The file put right: PDF/A-2, level A.</summary>
    /// <param name="file">A file as PDFsharp writes it: one cross-reference table, every stream length given in place.</param>
    /// <param name="facts">What the metadata say.</param>
    /// <param name="producer">The producer as the file's information dictionary names it; the metadata must agree.</param>
    /// <exception cref="InvalidDataException">The file has another form, which only another version of the library would write.</exception>
    public static byte[] Rewrite(byte[] file, DocumentFacts facts, string producer)
    {
        // Latin-1 keeps every byte as one character, so positions in the text are positions in the file.
        var text = Encoding.Latin1.GetString(file);
        var table = int.Parse(Matched(StartOfTable(), text).Groups["number"].Value, CultureInfo.InvariantCulture);
        var count = int.Parse(Matched(TableHead(), text[table..]).Groups["number"].Value, CultureInfo.InvariantCulture);
        var offsets = Entry()
            .Matches(text[table..])
            .Select(entry => int.Parse(entry.Groups["number"].Value, CultureInfo.InvariantCulture))
            .ToArray();
        if (offsets.Length != count - 1)
        {
            throw new InvalidDataException("The cross-reference table is not of the form this program rewrites.");
        }

        var fontPrefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        var output = new MemoryStream(file.Length + 1024);
        var ends = offsets.Append(table).Order().ToArray();
        output.Write(file, 0, ends[0]);
        var positions = new long[offsets.Length];
        foreach (var index in Enumerable.Range(0, offsets.Length).OrderBy(index => offsets[index]))
        {
            positions[index] = output.Position;
            var end = ends[Array.BinarySearch(ends, offsets[index]) + 1];
            WriteObject(
                output,
                text[offsets[index]..end],
                file.AsSpan(offsets[index], end - offsets[index]),
                facts,
                producer,
                fontPrefixes
            );
        }

        var identifier = Convert.ToHexString(SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Position)).AsSpan(0, 16));
        WriteTable(output, positions, Identifiers().Replace(Matched(Trailer(), text[table..]).Value, $"/ID[<{identifier}><{identifier}>]"));
        return output.ToArray();
    }

    private static void WriteObject(
        MemoryStream output,
        string text,
        ReadOnlySpan<byte> bytes,
        DocumentFacts facts,
        string producer,
        Dictionary<string, string> fontPrefixes
    )
    {
        var start = text.IndexOf(StreamStart, StringComparison.Ordinal);
        if (start < 0)
        {
            output.Write(Encoding.Latin1.GetBytes(FontPrefix().Replace(text, match => DeterministicPrefix(match.Value, fontPrefixes))));
            return;
        }

        var head = text[..start];
        var length = Matched(StreamLength(), head);
        var content = bytes.Slice(start + StreamStart.Length, int.Parse(length.Groups["number"].Value, CultureInfo.InvariantCulture));
        if (head.Contains("/Type/Metadata", StringComparison.Ordinal))
        {
            content = Metadata(facts, producer);
        }
        else if (head.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            content = Recompress(content);
        }

        head = head.Replace(
            length.Value,
            string.Create(CultureInfo.InvariantCulture, $"/Length {content.Length}"),
            StringComparison.Ordinal
        );
        output.Write(Encoding.Latin1.GetBytes(head + StreamStart));
        output.Write(content);
        output.Write("\nendstream\nendobj\n"u8);
    }

    private static void WriteTable(MemoryStream output, long[] positions, string trailer)
    {
        var table = output.Position;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {positions.Length + 1}\n0000000000 65535 f \n");
        foreach (var position in positions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{position:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{trailer}\nstartxref\n{table}\n%%EOF\n");
        output.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }

    private static byte[] Recompress(ReadOnlySpan<byte> zlib)
    {
        // The two bytes of the zlib header are there; only the checksum at the end is missing, which a plain inflater does not look for.
        using var inflater = new DeflateStream(new MemoryStream(zlib[2..].ToArray()), CompressionMode.Decompress);
        using var compressed = new MemoryStream();
        using (var compressor = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            inflater.CopyTo(compressor);
        }

        return compressed.ToArray();
    }

    private static byte[] Metadata(DocumentFacts facts, string producer)
    {
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace xmp = "http://ns.adobe.com/xap/1.0/";
        XNamespace pdf = "http://ns.adobe.com/pdf/1.3/";
        XNamespace pdfa = "http://www.aiim.org/pdfa/ns/id/";
        XNamespace meta = "adobe:ns:meta/";
        var created = facts.CreatedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var packet = new XElement(
            meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", meta),
            new XElement(
                rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", rdf),
                new XElement(
                    rdf + "Description",
                    new XAttribute(rdf + "about", string.Empty),
                    new XAttribute(XNamespace.Xmlns + "dc", dc),
                    new XAttribute(XNamespace.Xmlns + "xmp", xmp),
                    new XAttribute(XNamespace.Xmlns + "pdf", pdf),
                    new XAttribute(XNamespace.Xmlns + "pdfaid", pdfa),
                    new XElement(pdfa + "part", 2),
                    new XElement(pdfa + "conformance", "A"),
                    new XElement(
                        dc + "title",
                        new XElement(
                            rdf + "Alt",
                            new XElement(rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), facts.Title)
                        )
                    ),
                    new XElement(dc + "language", new XElement(rdf + "Bag", new XElement(rdf + "li", "id-ID"))),
                    new XElement(xmp + "CreatorTool", DocumentFacts.Creator),
                    new XElement(xmp + "CreateDate", created),
                    new XElement(xmp + "ModifyDate", created),
                    new XElement(pdf + "Producer", producer)
                )
            )
        );
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"w\"?>");
    }

    /// <summary>Subset fonts are told apart by six letters before their name: AAAAAA for the first, AAAAAB for the second.</summary>
    private static string DeterministicPrefix(string random, Dictionary<string, string> known)
    {
        if (!known.TryGetValue(random, out var prefix))
        {
            prefix = $"/AAAAA{(char)('A' + (known.Count % 26))}+";
            known.Add(random, prefix);
        }

        return prefix;
    }

    private static Match Matched(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match
            ? match
            : throw new InvalidDataException($"The file holds nothing of the form {pattern}.");

    [GeneratedRegex(@"startxref\s+(?<number>\d+)\s+%%EOF\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"^xref\s+0 (?<number>\d+)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableHead();

    [GeneratedRegex(@"^(?<number>\d{10}) \d{5} n", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"trailer\s+<<.*>>", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/ID\s*\[.*?\]", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Identifiers();

    [GeneratedRegex(@"/Length (?<number>\d+)(?![\d ])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StreamLength();

    [GeneratedRegex(@"/[A-Z]{6}\+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FontPrefix();
}
