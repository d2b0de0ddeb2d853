using System.Buffers.Binary;

namespace KerjaBhakti.Documents.Photos;

/// <summary>PNG (W3C PNG, third edition): a header and a row of chunks, each with its checksum.</summary>
internal static class PngPhoto
{
    // A picture of the most bytes in the chunks that common programs write has some hundreds.
    private const int MostChunks = 10_000;

    // Deflate never makes one byte of more than this many.
    private const int MostInflation = 1032;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static PhotoFile Read(ReadOnlySpan<byte> file)
    {
        var reader = new ByteReader(file);
        var kept = new MemoryStream(file.Length);
        kept.Write(reader.Take(Signature.Length));
        var header = Chunk(ref reader, out var type);
        var (width, height, rawLength, palette) = type.SequenceEqual("IHDR"u8) ? ReadHeader(header) : throw new PhotoRefusedException(PhotoProblem.Damaged);
        Keep(kept, type, header);

        long dataLength = 0;
        var (hasPalette, dataEnded) = (false, false);
        for (var chunks = 0; chunks < MostChunks; chunks++)
        {
            var content = Chunk(ref reader, out type);
            if (type.SequenceEqual("IDAT"u8) && !dataEnded && (hasPalette || !palette))
            {
                dataLength += content.Length;
                Keep(kept, type, content);
            }
            else if (type.SequenceEqual("PLTE"u8) && !hasPalette && dataLength == 0 && content.Length is > 0 and <= 768 && content.Length % 3 == 0)
            {
                hasPalette = true;
                Keep(kept, type, content);
            }
            else if (type.SequenceEqual("IEND"u8) && content.IsEmpty && dataLength > 0 && rawLength <= dataLength * MostInflation)
            {
                Keep(kept, type, content);
                return new PhotoFile("image/png", width, height, kept.ToArray());
            }
            else if (char.IsAsciiLetterUpper((char)type[0]))
            {
                // A chunk that a decoder must understand and that is not one of these, or not in its place.
                throw new PhotoRefusedException(PhotoProblem.Damaged);
            }
            else if (dataLength == 0 && (type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8)))
            {
                Keep(kept, type, content);
            }

            // All other chunks go: EXIF, texts, times, colour profiles, further frames, whatever programs put of their own.
            dataEnded |= dataLength > 0 && !type.SequenceEqual("IDAT"u8);
        }

        throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static (int Width, int Height, long RawLength, bool Palette) ReadHeader(ReadOnlySpan<byte> chunk)
    {
        var header = new ByteReader(chunk);
        var (width, height) = (header.BigEndian32(), header.BigEndian32());
        var (depth, colour) = (header.Byte(), header.Byte());
        var (compression, filter, interlace) = (header.Byte(), header.Byte(), header.Byte());
        PhotoFile.DemandSize(width, height);
        var channels = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
            (2, 8 or 16) => 3,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => throw new PhotoRefusedException(PhotoProblem.Damaged),
        };
        return header.Left == 0 && compression == 0 && filter == 0 && interlace is 0 or 1
            ? ((int)width, (int)height, (width * (long)channels * depth / 8) * height, colour == 3)
            : throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static ReadOnlySpan<byte> Chunk(ref ByteReader reader, out ReadOnlySpan<byte> type)
    {
        var length = reader.BigEndian32();
        var checkedPart = reader.Rest;
        type = reader.Take(4);
        var content = reader.Take(length);
        return reader.BigEndian32() == Crc(checkedPart[..(content.Length + 4)]) ? content : throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        kept.Write(number);
        kept.Write(type);
        kept.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. type, .. content]));
        kept.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var item in bytes)
        {
            crc = CrcTable[(crc ^ item) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
