using System.Buffers.Binary;

namespace KerjaBhakti.Documents.Photos;

/// <summary>JPEG (ITU-T T.81): segments between markers, then scans of compressed data.</summary>
internal static class JpegPhoto
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App14 = 0xEE;

    // JFIF up to its thumbnail, and Adobe's flags, which say how colours are stored: all a decoder needs of application segments.
    private const int JfifLength = 12;
    private const int AdobeLength = 12;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static PhotoFile Read(ReadOnlySpan<byte> file)
    {
        var reader = new ByteReader(file);
        var kept = new MemoryStream(file.Length);
        kept.Write(reader.Take(2));
        (int Width, int Height)? size = null;
        var scans = 0;
        while (true)
        {
            var marker = NextMarker(ref reader);
            switch (marker)
            {
                case EndOfImage when size is { } known && scans > 0:
                    kept.Write([0xFF, EndOfImage]);
                    return new PhotoFile("image/jpeg", known.Width, known.Height, kept.ToArray());
                case 0xC0 or 0xC1 or 0xC2 when size is null:
                    var frame = Segment(ref reader);
                    size = SizeOf(frame);
                    Keep(kept, marker, frame);
                    break;
                case 0xC4 or 0xDB or 0xDD:
                    Keep(kept, marker, Segment(ref reader));
                    break;
                case StartOfScan when size is not null:
                    Keep(kept, marker, Segment(ref reader));
                    kept.Write(reader.Take(LengthOfScan(reader.Rest)));
                    scans++;
                    break;
                case App0:
                    KeepJfif(kept, Segment(ref reader));
                    break;
                case App14:
                    KeepAdobe(kept, Segment(ref reader));
                    break;
                case (> App0 and <= 0xEF) or 0xFE:
                    // EXIF with its location, XMP, colour profiles, thumbnails, comments.
                    Segment(ref reader);
                    break;
                case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCF) or 0xDC or 0xDE or 0xDF:
                    // Lossless, hierarchical, arithmetic coding; a height that follows later.
                    throw new PhotoRefusedException(PhotoProblem.Unsupported);
                default:
                    throw new PhotoRefusedException(PhotoProblem.Damaged);
            }
        }
    }

    private static byte NextMarker(ref ByteReader reader)
    {
        if (reader.Byte() != 0xFF)
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        // Any number of 0xFF may stand before a marker.
        byte marker;
        do
        {
            marker = reader.Byte();
        }
        while (marker == 0xFF);

        return marker;
    }

    private static ReadOnlySpan<byte> Segment(ref ByteReader reader) => reader.Take(reader.BigEndian16() - 2);

    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> frame)
    {
        var header = new ByteReader(frame);
        header.Take(1);
        var height = header.BigEndian16();
        var width = header.BigEndian16();
        PhotoFile.DemandSize(width, height);
        var components = header.Byte();
        return components is 1 or 3 or 4 && header.Left == 3 * components ? (width, height) : throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    /// <summary>How many bytes until the next marker that is no restart: within a scan, a 0xFF of the data is followed by 0.</summary>
    private static int LengthOfScan(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        while (rest[length..].IndexOf((byte)0xFF) is var found and >= 0 && length + found + 1 < rest.Length)
        {
            length += found;
            if (rest[length + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return length;
            }

            length += 2;
        }

        throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static void KeepJfif(MemoryStream kept, ReadOnlySpan<byte> segment)
    {
        if (segment.StartsWith("JFIF\0"u8) && segment.Length >= JfifLength + 2)
        {
            // Its thumbnail may show what the picture no longer does.
            Keep(kept, App0, [.. segment[..JfifLength], 0, 0]);
        }
    }

    private static void KeepAdobe(MemoryStream kept, ReadOnlySpan<byte> segment)
    {
        if (segment.StartsWith("Adobe"u8) && segment.Length >= AdobeLength)
        {
            Keep(kept, App14, segment[..AdobeLength]);
        }
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        kept.Write(head);
        kept.Write(segment);
    }
}
