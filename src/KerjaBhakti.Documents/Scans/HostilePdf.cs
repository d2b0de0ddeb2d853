using System.IO.Compression;

namespace KerjaBhakti.Documents.Scans;

/// <summary>
/// Refuses what a PDF library would die of before it is asked to read it: structure that inflates without end, and nesting without end, which overflows the
/// stack and takes the whole portal with it.
/// </summary>
internal static class HostilePdf
{
    // A scan of hundreds of pages has some kilobytes of structure; nesting beyond a page tree's depth is nobody's honest file.
    private const int MostInflated = 32 * 1024 * 1024;
    private const int DeepestNesting = 256;

    /// <summary>Reads the file once, without building anything of it.</summary>
    /// <exception cref="ScanRefusedException">It is hostile.</exception>
    public static void Refuse(byte[] file)
    {
        var inflated = 0;
        ReadOnlySpan<byte> rest = file;
        while (true)
        {
            var begin = rest.IndexOf("stream"u8);
            var structure = begin < 0 ? rest : rest[..begin];
            DemandShallow(structure);
            if (begin < 0)
            {
                return;
            }

            rest = rest[(begin + "stream"u8.Length)..];
            var end = rest.IndexOf("endstream"u8);
            var content = end < 0 ? rest : rest[..end];
            if (HoldsObjects(structure))
            {
                inflated += DemandHarmless(content.TrimStart("\r\n"u8), MostInflated - inflated);
            }

            rest = end < 0 ? [] : rest[(end + "endstream"u8.Length)..];
        }
    }

    /// <summary>Whether the dictionary that ends here is that of an object or cross-reference stream, the two kinds a reader inflates at once.</summary>
    private static bool HoldsObjects(ReadOnlySpan<byte> before)
    {
        var start = before.LastIndexOf("obj"u8);
        var dictionary = start < 0 ? before : before[start..];
        return dictionary.IndexOf("/ObjStm"u8) >= 0 || dictionary.IndexOf("/XRef"u8) >= 0;
    }

    private static int DemandHarmless(ReadOnlySpan<byte> compressed, int most)
    {
        using var source = new MemoryStream(compressed.ToArray());
        using var inflating = new ZLibStream(source, CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        Span<byte> buffer = stackalloc byte[16 * 1024];
        try
        {
            int read;
            while ((read = inflating.Read(buffer)) > 0)
            {
                inflated.Write(buffer[..read]);
                if (inflated.Length > most)
                {
                    throw new ScanRefusedException(ScanProblem.Damaged);
                }
            }
        }
        catch (InvalidDataException)
        {
            // Not deflated, or cut off: the reader judges what it is.
        }

        DemandShallow(inflated.GetBuffer().AsSpan(0, (int)inflated.Length));
        return (int)inflated.Length;
    }

    private static void DemandShallow(ReadOnlySpan<byte> structure)
    {
        var depth = 0;
        for (var index = 0; index < structure.Length; index++)
        {
            switch (structure[index])
            {
                case (byte)'(':
                    index = EndOfText(structure, index);
                    break;
                case (byte)'[' or (byte)'<':
                    if (++depth > DeepestNesting)
                    {
                        throw new ScanRefusedException(ScanProblem.Damaged);
                    }

                    break;
                case (byte)']' or (byte)'>':
                    depth = Math.Max(0, depth - 1);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Where a text in brackets ends; brackets within it nest, a backslash takes the next character as it is.</summary>
    private static int EndOfText(ReadOnlySpan<byte> structure, int index)
    {
        var open = 0;
        for (; index < structure.Length; index++)
        {
            switch (structure[index])
            {
                case (byte)'\\':
                    index++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    return index;
                default:
                    break;
            }
        }

        return index;
    }
}
